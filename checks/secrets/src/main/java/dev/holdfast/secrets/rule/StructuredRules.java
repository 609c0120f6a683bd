package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.INFO;
import static dev.holdfast.core.result.Severity.MEDIUM;

import java.util.List;

/** Secrets that have more form than a prefix: they are parsed. */
final class StructuredRules {
    private static final String SUPABASE =
            "https://supabase.com/dashboard/project/_/settings/api-keys";

    private StructuredRules() {}

    static void addTo(RuleSet set) {
        JwtRule jwt =
                new JwtRule(
                        new Kind(
                                "supabase-service-role-key",
                                "Supabase service_role key",
                                "Supabase",
                                CRITICAL,
                                "reads and writes every row, past row level security",
                                SUPABASE),
                        new Kind(
                                "supabase-anon-key",
                                "Supabase anon key",
                                "Supabase",
                                INFO,
                                "speaks for a visitor who has not signed in, as it is meant to",
                                SUPABASE),
                        new Kind(
                                "jwt",
                                "signed JSON Web Token",
                                "its issuer",
                                MEDIUM,
                                "is somebody's session or service for as long as it is valid",
                                "the issuer's key management"));
        set.add(jwt, jwt.rules());
        AwsRule aws =
                new AwsRule(
                        new Kind(
                                "aws-access-key",
                                "AWS access key",
                                "AWS",
                                CRITICAL,
                                "does everything that its user may",
                                "https://console.aws.amazon.com/iam/home#/security_credentials"));
        set.add(aws, List.of(aws.rule()));
        PemRule pem =
                new PemRule(
                        new Kind(
                                "private-key",
                                "private key",
                                "its owner",
                                CRITICAL,
                                "signs and decrypts as its owner",
                                "wherever its public half is trusted"));
        set.add(pem, List.of(pem.rule()));
        DatabaseUrlRule database =
                new DatabaseUrlRule(
                        new Kind(
                                "database-url",
                                "database URL with a password",
                                "the database",
                                CRITICAL,
                                "opens the database or broker that it names",
                                "the database: ALTER ROLE … PASSWORD, or its console"));
        set.add(database, List.of(database.rule()));
    }
}
