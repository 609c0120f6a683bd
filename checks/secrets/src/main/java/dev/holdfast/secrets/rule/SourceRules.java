package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Assessment.Checksum;
import dev.holdfast.secrets.engine.Bytes;
import java.util.List;
import java.util.Map;

/** Tokens of code hosting, registries and build systems. */
final class SourceRules {
    private static final String GITHUB = "https://github.com/settings/tokens";
    private static final String GITLAB =
            "https://gitlab.com/-/user_settings/personal_access_tokens";

    private SourceRules() {}

    static List<PrefixRule> all() {
        Kind github =
                new Kind(
                        "github-token",
                        "GitHub token",
                        "GitHub",
                        CRITICAL,
                        "reads and changes the repositories its owner may",
                        GITHUB);
        Kind app =
                new Kind(
                        "github-app-token",
                        "GitHub App installation token",
                        "GitHub",
                        HIGH,
                        "acts as the App until it expires",
                        "https://github.com/settings/installations");
        Kind npm =
                new Kind(
                        "npm-token",
                        "npm access token",
                        "npm",
                        CRITICAL,
                        "publishes packages as its owner",
                        "https://www.npmjs.com/settings/~/tokens");
        return List.of(
                PrefixRule.judged(
                        github,
                        (bytes, length, start, end) ->
                                github.leaked(Checksums.base62(bytes, start + 4, end), Map.of()),
                        Bytes.BASE62,
                        36,
                        36,
                        "ghp_",
                        "gho_",
                        "ghu_",
                        "ghr_"),
                PrefixRule.judged(
                        app,
                        (bytes, length, start, end) ->
                                app.leaked(
                                        // The form since 2026 carries a JWT and no check digits.
                                        end - start == 40
                                                ? Checksums.base62(bytes, start + 4, end)
                                                : Checksum.NONE,
                                        Map.of()),
                        Bytes.DOTTED,
                        36,
                        1000,
                        "ghs_"),
                PrefixRule.of(
                        new Kind(
                                "github-fine-grained-token",
                                "GitHub fine-grained token",
                                "GitHub",
                                CRITICAL,
                                "does what it was granted on the chosen repositories",
                                "https://github.com/settings/personal-access-tokens"),
                        Bytes.BASE64URL,
                        82,
                        82,
                        "github_pat_"),
                PrefixRule.of(
                        new Kind(
                                "gitlab-token",
                                "GitLab token",
                                "GitLab",
                                CRITICAL,
                                "reads and changes the projects its owner may",
                                GITLAB),
                        Bytes.DOTTED,
                        20,
                        300,
                        "glpat-",
                        "gldt-",
                        "glptt-",
                        "glrt-",
                        "glcbt-"),
                PrefixRule.judged(
                        npm,
                        (bytes, length, start, end) ->
                                npm.leaked(Checksums.base62(bytes, start + 4, end), Map.of()),
                        Bytes.BASE62,
                        36,
                        36,
                        "npm_"),
                PrefixRule.of(
                        new Kind(
                                "pypi-token",
                                "PyPI token",
                                "PyPI",
                                CRITICAL,
                                "publishes packages as its owner",
                                "https://pypi.org/manage/account/token/"),
                        Bytes.BASE64URL,
                        50,
                        1000,
                        "pypi-AgEIcHlwaS5vcmc"),
                PrefixRule.of(
                        new Kind(
                                "rubygems-token",
                                "RubyGems API key",
                                "RubyGems",
                                CRITICAL,
                                "publishes gems as its owner",
                                "https://rubygems.org/profile/api_keys"),
                        Bytes.HEX,
                        48,
                        48,
                        "rubygems_"),
                PrefixRule.of(
                        new Kind(
                                "docker-token",
                                "Docker Hub token",
                                "Docker",
                                HIGH,
                                "pulls and pushes images as its owner",
                                "https://app.docker.com/settings/personal-access-tokens"),
                        Bytes.BASE64URL,
                        27,
                        32,
                        "dckr_pat_",
                        "dckr_oat_"),
                PrefixRule.of(
                        new Kind(
                                "circleci-token",
                                "CircleCI token",
                                "CircleCI",
                                HIGH,
                                "runs pipelines and reads their settings",
                                "https://app.circleci.com/settings/user/tokens"),
                        Bytes.BASE64URL,
                        63,
                        63,
                        "CCIPAT_"),
                PrefixRule.of(
                        new Kind(
                                "databricks-token",
                                "Databricks token",
                                "Databricks",
                                CRITICAL,
                                "runs jobs and reads tables as its owner",
                                "https://docs.databricks.com/en/dev-tools/auth/pat.html"),
                        Bytes.HEX,
                        32,
                        32,
                        "dapi"));
    }
}
