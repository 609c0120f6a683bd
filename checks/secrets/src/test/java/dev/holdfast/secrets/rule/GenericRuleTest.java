package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.secrets.engine.Engine;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericRuleTest {
    private static final Engine ENGINE = Engine.of(new Guess().recognizers(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const dbPassword = '«[a-z]{3}[A-Z]{3}[0-9]{3}[a-z]{4}[!#]{1}»'",
                "SESSION_SECRET=«[A-Za-z]{12}[0-9]{3}[A-Za-z]{12}»",
                "\"client_secret\": \"«[a-z]{10}[0-9]{4}[A-Z]{10}»\"",
                "api-key: «[a-f]{6}[0-9]{6}[a-f]{6}[0-9]{6}»",
                "password => \"«[A-Z]{4}[0-9]{4}[a-z]{6}»\"",
                "  - DB_PASSWORD=«[A-Z]{2}[0-9]{4}[a-z]{6}[0-9]{3}»  # of the shop",
                "export API_KEY=«[a-f]{6}[0-9]{6}[a-f]{6}[0-9]{6}»\n",
                "{a:1,password:'«[A-Z]{3}[0-9]{4}[a-z]{6}[0-9]{2}»',b}",
                "setProperty(\"client_secret\", \"«[a-z]{4}[0-9]{4}[A-Z]{4}[a-z]{4}»\")",
                "\\\"password\\\":\\\"«[a-z]{4}[0-9]{4}[A-Z]{4}[a-z]{4}»\\\"",
            })
    void findsRandomValuesOfSecretNames(String text) {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            String filled = Filled.text(text, random);
            assertEquals(List.of("secrets.generic"), Filled.found(ENGINE, filled), filled);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = getPassword(user, 12)",
                "const token = response.data.token",
                "passwordPlaceholder: 'Enter 8 to 20 characters'",
                "password: 'password123'",
                "secret = process.env.SECRET_2",
                "secret: \"${SECRET_V2}\"",
                "API_KEY=<your-api-key-1>",
                "tokenType: 'bearer-v2-access'",
                "password_hash = '5f4dcc3b5aa765d61d8327deb882cf99'",
                "integrity_token: 'sha512-9f86d081884c7d659a2feaa0c55ad015'",
                "passwordUrl = 'https://example.com/reset?id=1234567890'",
                "secretPath: './config/secrets/v2.json'",
                "secret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x'",
                "token = tokenize(source2, options1)",
                "tokenVersion: '1.20.3-beta.4'",
                "css_token: 'color-primary-500'",
                // Programs that name, read and list.
                "e[e.DotToken=25]=\"DotToken\",e[e.DotDotDotToken=26]",
                "const readonlyToken = type2.declaration.readonlyToken;",
                "tokenOutput: CreateOAuth2TokenResponseBody;",
                "\"makeFetchJSON\",\"credentials\",\"isRfc3986Reserved\"",
                "var secret=n2.k3Xa9,token=t7Yq2pLm4",
                "exports.SecretToken = exports2.Secret9Token",
                // Cursors, numbers of requests, names of secrets.
                "\"nextToken\": \"gPFEGk7CF4wS901w7ppYclt7\"",
                "\"ClientRequestToken\": \"a1b2c3d4e5f6g7h8i9j0\"",
                "secret_key = '1d2129a1-3d38-460a-9756-e5b91fddb951'",
                "\"arn:aws:secretsmanager:us-west-2:1:secret:MyTestSecret-1a2b3c\"",
                "graph/badge.svg?token=lWZ9OBQ7GM",
                "Password: \"SomeKindOfPassword123!@#\"",
                "secret: \"MyTestDatabaseSecret1\"",
                "METHOD_TOKEN = 'exchangeRecaptchaV3Token'",
                "password: 'sha512-q8mC1x9Zk2Jb7Wd4Lp0Rs5Tv'",
                "passwordTitle: 'Kennwort8Zeichen2Ziffern'",
                // Not written down to its end.
                "token: \"MGYZLAHX1T5a....\"",
                "password: 'q8mC1x9Zk2Jb7Wd4",
            })
    void leavesOutWhatIsNoSecret(String text) {
        assertEquals(List.of(), Filled.found(ENGINE, text), text);
    }
}
