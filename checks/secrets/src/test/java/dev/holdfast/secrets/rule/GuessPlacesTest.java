package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.secrets.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people write secrets down: programs, settings, commands, headers, statements. */
class GuessPlacesTest {
    private static final Engine ENGINE = Engine.of(new Guess().recognizers(), List.of());
    private static final String DRAWN = "«[a-z]{4}[0-9]{3}[A-Z]{4}[a-z]{3}[0-9]{2}»";
    private static final List<String> GUESSED = List.of("secrets.generic");

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Names.
                "A=1\nPASS=§",
                "export PASS=§",
                "{\"pass\": \"§\"}",
                "dbPass: '§'",
                "DB_PASS=§",
                "PASSWD: §",
                "SSH_PASSPHRASE=§",
                "encryptionKey = \"§\"",
                "ENCRYPTION_KEY=§",
                "MASTER_KEY=§",
                "masterKey: '§'",
                "SIGNING_KEY=§",
                "context_secret = \"§\"",
                "profile_api_key=\"§\"",
                "account_token=\"§\"",
                "republic_password=\"§\"",
                "NEXTAUTH_SECRET=§",
                "filesystem_token='§'",
                // Programs.
                "const secret: string = \"§\";",
                "private apiKey?: string = '§';",
                "private String secret = \"§\";",
                "private static final String API_TOKEN = \"§\";",
                "secret := \"§\"",
                "var secret string = \"§\"",
                "let secret: &str = \"§\";",
                "const SECRET: &'static str = \"§\";",
                "val password: String = \"§\"",
                "let password: String? = \"§\"",
                "secret := []byte(\"§\")",
                "let password = String::from(\"§\");",
                "password = SecretStr('§')",
                "SECRET_KEY = b'§'",
                "const a = process.env.API_SECRET || \"§\";",
                "const a = process.env.API_SECRET ?? '§';",
                "const a = process.env['API_SECRET'] || '§';",
                "const secret = process.env.VALUE || \"§\";",
                "os.getenv(\"API_SECRET\", \"§\")",
                "os.environ.get('API_SECRET') or '§'",
                "System.getenv(\"API_SECRET\") ?: \"§\"",
                "env('APP_SECRET', '§')",
                "ENV['APP_SECRET'] || '§'",
                "getenv('APP_SECRET') ?: '§'",
                // Settings.
                "  - POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-§}",
                "echo ${DB_PASSWORD:=§}",
                "ENV DB_PASSWORD §",
                "ENV DB_PASSWORD=§ NODE_ENV=production",
                "ARG NPM_TOKEN=§",
                "//registry.shop.net/:_authToken=§",
                "<password>§</password>",
                "<user name=\"shop\" password=\"§\"/>",
                "<property name=\"password\" value=\"§\"/>",
                "<add key=\"ApiSecret\" value=\"§\" />",
                "<entry key=\"db.password\">§</entry>",
                "<string name=\"api_secret\" translatable=\"false\">§</string>",
                "spring.datasource.password=§",
                "password = \"§\"  # of the shop",
                "- name: DB_PASSWORD\n  value: §\n",
                "- name: DB_PASSWORD\n  value: \"§\"\n",
                "{\"name\": \"DB_PASSWORD\", \"value\": \"§\"}",
                "\"Env\": [\"DB_PASSWORD=§\"]",
                "$env:DB_PASSWORD = \"§\"",
                "password: \"#§\"",
                "password: '$§'",
                // Statements.
                "CREATE USER shop IDENTIFIED BY '§';",
                "create user 'shop'@'%' identified with mysql_native_password by '§'",
                "ALTER ROLE shop WITH PASSWORD '§';",
                // Headers.
                "Authorization: Bearer §",
                "headers: { 'Authorization': 'Bearer §' }",
                "curl -H \"Authorization: token §\" https://api.shop.net",
                "curl -H 'X-Api-Key: §' https://api.shop.net",
                "X-Api-Key: §",
                // Commands.
                "deploy --password=§ --host db",
                "deploy --password § --host db",
                "deploy --api-key \"§\"",
                "CMD [\"serve\", \"--password\", \"§\"]",
                "curl -u shop:§ https://api.shop.net",
                "curl -s --user 'shop:§' https://api.shop.net",
                "mysql -h db -u shop -p§ shop",
                "PGPASSWORD=§ psql -h db",
                "docker run -e DB_PASSWORD=§ shop",
                "sshpass -p § ssh shop@host",
                "redis-cli -h cache -a § ping",
                "docker login -u shop -p § registry.shop.net",
                // Files.
                "machine api.shop.net login shop password §",
                "machine api.shop.net\n  login shop\n  password §\n",
                "db.shop.net:5432:shop:shop:§\n",
                "*:*:*:shop:§",
            })
    void findsWhatIsWrittenDown(String text) {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            String filled = Filled.text(text.replace("§", DRAWN), random);
            assertEquals(GUESSED, Filled.found(ENGINE, filled), filled);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Variables, calls, types, placeholders.
                "const secret: string = process.env.SECRET_2 || getSecret2();",
                "const secret: SecretV2Options = loadSecretV2(options1);",
                "let password: string = \"\";",
                "const a = process.env.API_SECRET || \"development\";",
                "const a = process.env.API_SECRET ?? 'your-secret-2';",
                "os.getenv(\"API_SECRET\", \"change-me-please\")",
                "password: ${POSTGRES_PASSWORD:-postgres}",
                "password: ${POSTGRES_PASSWORD:?must be set 1st}",
                "ENV DB_PASSWORD $DB_PASSWORD_2",
                "ENV DB_PASSWORD_FILE /run/secrets/db_password1",
                "//registry.npmjs.org/:_authToken=${NPM_TOKEN_2}",
                "<password>${db.password1}</password>",
                "<label for=\"password1\">Password2Repeat</label>",
                "<input name=\"password\" value=\"{{ form.password1 }}\">",
                "<xs:element name=\"password\" type=\"xs:string2\"/>",
                "<field name=\"password\">text-input-2</field>",
                "password: \"#a1b2c3\"",
                "password: \"#token-input-2x\"",
                "password: '$DB_PASSWORD_1'",
                "password: '$2b$10$abcdefghij'",
                "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef: x1",
                "- name: DB_PASSWORD\n  value: $(DB_PASSWORD_1)\n",
                "identified by password 'x1'",
                "IDENTIFIED BY '${DB_PASSWORD_1}'",
                "password 'secret-text-2'",
                "Authorization: Bearer ${TOKEN_2}",
                "Authorization: Bearer <your-token-1>",
                "Bearer realm=\"shop1\"",
                "'Authorization': 'Bearer ' + token2",
                "curl -u $USER1:$PASSWORD1 https://api.shop.net",
                "curl -u user:password https://api.shop.net",
                "curl --user-agent Mozilla/5.0:abc123def456 x",
                "mysql -u shop -p shop_database_2026",
                "mysql -u shop -p$DB_PASSWORD1 shop",
                "deploy --password=$DB_PASSWORD1",
                "deploy --password-file secrets/password1.txt",
                "deploy --token <token-1>",
                "PGPASSWORD=\"$DB_PASSWORD1\" psql",
                "machine api.shop.net login shop password your-password-1",
                "the state machine 1 reads password 12",
                "listen 0.0.0.0:5432:5432",
                "\"5432:5432\"",
                // Texts, form fields, schema words.
                "passwordField: 'inputPassword2'",
                "password: 'Wachtwoord'",
                "password: 'Adgangskode'",
                "password: \"passwordConfirmation\"",
                "\"password\": { \"type\": \"string\", \"minLength\": 12 }",
                "resetPasswordText: 'Passwort2Vergessen'",
                "text_token: 'q8mC1x9Zk2Jb7Wd4'",
                "next_page_token: 'q8mC1x9Zk2Jb7Wd4'",
                "csrfToken: 'q8mC1x9Zk2Jb7Wd4'",
                "sort_key = 'q8mC1x9Zk2Jb7Wd4'",
                "passThrough = 'q8mC1x9Zk2Jb7Wd4Id'.id",
            })
    void leavesOutWhatIsNone(String text) {
        assertEquals(List.of(), Filled.found(ENGINE, text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: ~",
                "DB_PASSWORD=~",
                "<password>~</password>",
                "spring.datasource.password=~",
                "machine api.shop.net login shop password ~",
            })
    void findsLettersThatNobodyCanSay(String text) {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            String filled = Filled.text(text.replace("~", "«[bcdfghjklmnpqrstvwxz]{18}»"), random);
            assertEquals(GUESSED, Filled.found(ENGINE, filled), filled);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: correcthorsebattery",
                "password: Benutzerkennwort",
                "token: bcdfghjklmnpqrst",
                "password_hash: bcdfghjklmnpqrstvw",
            })
    void leavesOutLettersThatAreWords(String text) {
        assertEquals(List.of(), Filled.found(ENGINE, text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"auths\":{\"registry.shop.net\":{\"auth\":\"~\"}}}",
                "Authorization: Basic ~",
                "_auth=~",
                "headers = {\"Authorization\": \"Basic ~\"}",
            })
    void readsNamesAndPasswordsInBase64(String text) {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            String filled = text.replace("~", base64("shop:" + Filled.text(DRAWN, random)));
            assertEquals(GUESSED, Filled.found(ENGINE, filled), filled);
            String standIn = text.replace("~", base64("user:password"));
            assertEquals(List.of(), Filled.found(ENGINE, standIn), standIn);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: Secret\ndata:\n  password: ~\n", "  db-password: \"~\"\n"})
    void readsSecretsOfKubernetes(String text) {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            String filled = text.replace("~", base64(Filled.text(DRAWN, random)));
            assertEquals(GUESSED, Filled.found(ENGINE, filled), filled);
            String standIn = text.replace("~", base64("changeme"));
            assertEquals(List.of(), Filled.found(ENGINE, standIn), standIn);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
