package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;

import java.util.List;

/** Secrets that have more form than a prefix: they are parsed. */
final class StructuredRules {

    private StructuredRules() {}

    static void addTo(RuleSet set) {
        JwtRule jwt = SupabaseRules.tokens();
        set.add(jwt, jwt.described());
        AwsRule aws =
                new AwsRule(
                        new Kind(
                                "aws-access-key",
                                "AWS access key",
                                "AWS",
                                CRITICAL,
                                "does everything that its user may",
                                "https://console.aws.amazon.com/iam/home#/security_credentials"));
        set.add(aws, List.of(aws.described()));
        TwilioRule twilio =
                new TwilioRule(
                        new Kind(
                                "twilio-key",
                                "Twilio credentials",
                                "Twilio",
                                CRITICAL,
                                "sends messages and calls at the account's cost",
                                "https://console.twilio.com/us1/account/keys-credentials/api-keys"));
        set.add(twilio, List.of(twilio.described()));
        Kind privateKey =
                new Kind(
                        "private-key",
                        "private key",
                        "its owner",
                        CRITICAL,
                        "signs and decrypts as its owner",
                        "wherever its public half is trusted");
        PemRule pem = new PemRule(privateKey);
        set.add(pem, List.of(pem.described()));
        set.add(new PuttyRule(privateKey), List.of());
        DatabaseUrlRule database =
                new DatabaseUrlRule(
                        new Kind(
                                "database-url",
                                "database URL with a password",
                                "the database",
                                CRITICAL,
                                "opens the database or broker that it names",
                                "the database: ALTER ROLE … PASSWORD, or its console"));
        set.add(database, List.of(database.described()));
    }
}
