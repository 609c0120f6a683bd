package dev.holdfast.secrets.rule;

import java.util.List;

/** Secrets that are parsed. Their own tests go further; these are the ones that every rule has. */
final class StructuredExamples {

    private StructuredExamples() {}

    static List<Examples> all(TokenForge forge) {
        return List.of(
                jwt(forge, "supabase-service-role-key", "\"role\":\"service_role\"", "anon"),
                jwt(forge, "supabase-anon-key", "\"role\":\"anon\"", "service_role"),
                jwt(forge, "jwt", "\"sub\":\"42\"", "anon"),
                aws(forge),
                twilio(forge),
                keys(forge),
                urls(forge));
    }

    private static Examples jwt(TokenForge forge, String rule, String claim, String other) {
        String payload = "{\"iss\":\"supabase\"," + claim + ",\"exp\":2015576000}";
        String token = forge.jwt(payload);
        String[] parts = token.split("\\.", -1);
        return new Examples(
                rule,
                List.of(
                        token,
                        forge.jwt("{" + claim + ",\"iss\":\"supabase\"}"),
                        forge.jwt("{\"alg\":\"ES256\",\"kid\":\"1\"}", payload)),
                List.of(
                        parts[0] + "." + parts[1],
                        parts[0] + "." + parts[1] + ".",
                        parts[1] + "." + parts[0] + "." + parts[2],
                        "x" + token,
                        forge.jwt("{\"iss\":\"supabase\",\"role\":\"" + other + "\"}")));
    }

    private static Examples aws(TokenForge forge) {
        String body = "Q7" + forge.text(Alphabet.BASE32, 14);
        return new Examples(
                "aws-access-key",
                List.of("AKIA" + body, "ASIA" + body, "ABIA" + body, "ACCA" + body, "A3TX" + body),
                List.of(
                        "AKIA" + body.substring(1),
                        "AKIA" + body + "A",
                        "xAKIA" + body,
                        "AIDA" + body,
                        "akia" + body,
                        "AKIA" + body.substring(0, 8) + "1" + body.substring(9),
                        "AKIA" + "IOSFODNN7" + "EXAMPLE",
                        "AKIA" + "X".repeat(16),
                        "A3Tx" + body));
    }

    private static Examples twilio(TokenForge forge) {
        String key = "SK" + forge.text(Alphabet.HEX, 32);
        String near = "twilio ";
        return new Examples(
                "twilio-key",
                List.of(near + key, "TWILIO_KEY=" + key, key + " Twilio"),
                List.of(
                        key,
                        near + key + "0",
                        near + key.substring(0, 33),
                        near + "x" + key,
                        near + "AC" + forge.text(Alphabet.HEX, 32),
                        near + "SK" + "0".repeat(32)));
    }

    private static Examples keys(TokenForge forge) {
        String begin = "-----BEGIN " + "PRIVATE KEY-----";
        String end = "-----END " + "PRIVATE KEY-----";
        return new Examples(
                "private-key",
                List.of(
                        forge.pem("PRIVATE", "\n"),
                        forge.pem("RSA PRIVATE", "\\n"),
                        forge.pem("EC PRIVATE", "\r\n"),
                        forge.pem("OPENSSH PRIVATE", "\\\\n")),
                List.of(
                        begin,
                        begin + "\\n" + end,
                        begin + "\\nMIIEvQIBADANBgkqh...\\n" + end,
                        begin + "\n" + "x".repeat(64) + "\n" + end,
                        "\"" + begin + "\\n\"+e+\"\\n" + end + "\"",
                        forge.pem("PUBLIC", "\n"),
                        forge.pem("PRIVATE", "\n").replace("PRIVATE KEY", "CERTIFICATE")));
    }

    private static Examples urls(TokenForge forge) {
        String password = forge.text(Alphabet.BASE62, 16);
        return new Examples(
                "database-url",
                List.of(
                        "postgres://shop:" + password + "@db.internal:5432/shop",
                        "mongodb+srv://shop:" + password + "@c0.ab1cd.mongodb.net/shop?w=majority",
                        "redis://:" + password + "@cache:6379",
                        "mysql://root:p%40ss" + password + "@10.0.0.5/shop"),
                List.of(
                        "postgres://db.internal:5432/shop",
                        "postgres://shop@db.internal/shop",
                        "postgres://shop:@db.internal/shop",
                        "postgres://shop:password@db.internal/shop",
                        "postgres://shop:${DB_PASSWORD}@db.internal/shop",
                        "postgres://db.internal:5432/shop?mail=a@b.example",
                        "mongodb://a.internal:27017,b.internal:27017/shop?mail=a@b.example",
                        "xpostgres://shop:" + password + "@db.internal/shop",
                        "https://shop:" + password + "@db.internal/shop"));
    }
}
