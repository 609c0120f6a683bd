package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.INFO;
import static dev.holdfast.core.result.Severity.MEDIUM;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Keys of Supabase, of both generations; the older ones are JSON Web Tokens. */
final class SupabaseRules {
    private static final String KEYS = "https://supabase.com/dashboard/project/_/settings/api-keys";
    private static final String ALL_ROWS = "reads and writes every row, past row level security";
    private static final String VISITOR =
            "speaks for a visitor who has not signed in, as it is meant to";

    private SupabaseRules() {}

    static List<PrefixRule> all() {
        Shape body = Shape.of(Bytes.BASE64URL, 31);
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "supabase-secret-key",
                                "Supabase secret key",
                                "Supabase",
                                CRITICAL,
                                ALL_ROWS,
                                KEYS),
                        body,
                        "sb_secret_"),
                PrefixRule.of(
                        new Kind(
                                "supabase-publishable-key",
                                "Supabase publishable key",
                                "Supabase",
                                INFO,
                                VISITOR,
                                KEYS),
                        body,
                        "sb_publishable_"),
                PrefixRule.of(
                        new Kind(
                                "supabase-access-token",
                                "Supabase personal access token",
                                "Supabase",
                                CRITICAL,
                                "manages every project of its owner",
                                "https://supabase.com/dashboard/account/tokens"),
                        Shape.of(Bytes.BASE62, 40),
                        "sbp_"));
    }

    static JwtRule tokens() {
        return new JwtRule(
                new Kind(
                        "supabase-service-role-key",
                        "Supabase service_role key",
                        "Supabase",
                        CRITICAL,
                        ALL_ROWS,
                        KEYS),
                new Kind("supabase-anon-key", "Supabase anon key", "Supabase", INFO, VISITOR, KEYS),
                new Kind(
                        "jwt",
                        "signed JSON Web Token",
                        "its issuer",
                        MEDIUM,
                        "is somebody's session or service for as long as it is valid",
                        "the issuer's key management"));
    }
}
