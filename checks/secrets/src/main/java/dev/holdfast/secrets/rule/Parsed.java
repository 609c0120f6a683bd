package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Recognizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds that have more form than a literal and runs: code reads them, rules name it. */
enum Parsed {
    JWT_SERVICE_ROLE("jwt-service-role"),
    JWT_ANON("jwt-anon"),
    JWT_OTHER("jwt-other"),
    AWS("aws"),
    TWILIO("twilio"),
    PRIVATE_KEY("private-key"),
    DATABASE_URL("database-url"),
    SERVER_URL("server-url"),
    BASIC_AUTH_URL("basic-auth-url"),
    CONNECTION_STRING("connection-string"),
    JAAS("jaas"),
    PKCS12("pkcs12");

    private final String word;

    Parsed(String word) {
        this.word = word;
    }

    /** As rules name it. */
    String word() {
        return word;
    }

    /** The code of that name, or null. */
    static @Nullable Parsed of(String word) {
        for (Parsed each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }

    /**
     * What finds it.
     *
     * @param kinds what is told of each kind, by the code that its rule names
     */
    List<Recognizer> recognizers(Map<String, Kind> kinds) {
        Kind own = kind(kinds, word);
        return switch (this) {
            case JWT_SERVICE_ROLE -> List.of(jwt(kinds));
            // The one before finds all three.
            case JWT_ANON, JWT_OTHER -> List.of();
            case AWS -> List.of(new AwsRule(own));
            case TWILIO -> List.of(new TwilioRule(own));
            case PRIVATE_KEY -> List.of(new PemRule(own), new PuttyRule(own));
            case DATABASE_URL ->
                    List.of(new UrlRule(own, Scheme.DATABASES, false), new JdbcUrlRule(own));
            case SERVER_URL -> List.of(new UrlRule(own, Scheme.SERVERS, true));
            case BASIC_AUTH_URL -> List.of(new UrlRule(own, Scheme.WEB, true));
            case CONNECTION_STRING -> List.of(new ConnectionStringRule(own));
            case JAAS -> List.of(new JaasRule(own));
            case PKCS12 -> List.of(new Pkcs12Rule(own));
        };
    }

    private static Kind kind(Map<String, Kind> kinds, String word) {
        Kind kind = kinds.get(word);
        if (kind == null) {
            throw new BadForm("no rule names the code " + word);
        }
        return kind;
    }

    private static JwtRule jwt(Map<String, Kind> kinds) {
        return new JwtRule(
                kind(kinds, "jwt-service-role"), kind(kinds, "jwt-anon"), kind(kinds, "jwt-other"));
    }
}
