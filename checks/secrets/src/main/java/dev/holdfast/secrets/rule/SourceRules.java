package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Tokens of code hosting. */
final class SourceRules {

    private SourceRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "github-token",
                                "GitHub token",
                                "GitHub",
                                CRITICAL,
                                "reads and changes the repositories its owner may",
                                "https://github.com/settings/tokens"),
                        Shape.of(Bytes.BASE62, 36),
                        CheckDigits.BASE62,
                        "ghp_",
                        "gho_",
                        "ghu_",
                        "ghr_"),
                PrefixRule.of(
                        new Kind(
                                "github-app-token",
                                "GitHub App installation token",
                                "GitHub",
                                HIGH,
                                "acts as the App until it expires",
                                "https://github.com/settings/installations"),
                        new Form("ghs_", Shape.of(Bytes.BASE62, 36), CheckDigits.BASE62),
                        // The form since 2026 carries a JWT and no check digits.
                        Form.of("ghs_", Shape.of(Bytes.DOTTED, 36, 1_000))),
                PrefixRule.of(
                        new Kind(
                                "github-fine-grained-token",
                                "GitHub fine-grained token",
                                "GitHub",
                                CRITICAL,
                                "does what it was granted on the chosen repositories",
                                "https://github.com/settings/personal-access-tokens"),
                        Shape.of(Bytes.BASE64URL, 82),
                        "github_pat_"),
                PrefixRule.of(
                        new Kind(
                                "gitlab-token",
                                "GitLab token",
                                "GitLab",
                                CRITICAL,
                                "reads and changes the projects its owner may",
                                "https://gitlab.com/-/user_settings/personal_access_tokens"),
                        Shape.of(Bytes.DOTTED, 20, 300),
                        "glpat-",
                        "gldt-",
                        "glptt-",
                        "glrt-",
                        "glcbt-",
                        "glft-",
                        "glimt-",
                        "glagent-",
                        "gloas-",
                        "glsoat-",
                        "glffct-",
                        "GR1348941"));
    }
}
