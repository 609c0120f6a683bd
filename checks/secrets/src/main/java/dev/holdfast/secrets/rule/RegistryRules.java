package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Tokens of package registries and build systems. */
final class RegistryRules {

    private RegistryRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "npm-token",
                                "npm access token",
                                "npm",
                                CRITICAL,
                                "publishes packages as its owner",
                                "https://www.npmjs.com/settings/~/tokens"),
                        Shape.of(Bytes.BASE62, 36),
                        CheckDigits.BASE62,
                        "npm_"),
                PrefixRule.of(
                        new Kind(
                                "pypi-token",
                                "PyPI token",
                                "PyPI",
                                CRITICAL,
                                "publishes packages as its owner",
                                "https://pypi.org/manage/account/token/"),
                        Shape.of(Bytes.BASE64URL, 50, 1_000),
                        "pypi-AgEIcHlwaS5vcmc"),
                PrefixRule.of(
                        new Kind(
                                "rubygems-token",
                                "RubyGems API key",
                                "RubyGems",
                                CRITICAL,
                                "publishes gems as its owner",
                                "https://rubygems.org/profile/api_keys"),
                        Shape.of(Bytes.HEX, 48),
                        "rubygems_"),
                PrefixRule.of(
                        new Kind(
                                "docker-token",
                                "Docker Hub token",
                                "Docker",
                                HIGH,
                                "pulls and pushes images as its owner",
                                "https://app.docker.com/settings/personal-access-tokens"),
                        Form.of("dckr_pat_", Shape.of(Bytes.BASE64URL, 27)),
                        Form.of("dckr_oat_", Shape.of(Bytes.BASE64URL, 32))),
                PrefixRule.of(
                        new Kind(
                                "circleci-token",
                                "CircleCI token",
                                "CircleCI",
                                HIGH,
                                "runs pipelines and reads their settings",
                                "https://app.circleci.com/settings/user/tokens"),
                        Shape.of(Bytes.BASE62, 22).then("_", Bytes.BASE62, 40),
                        "CCIPAT_"),
                PrefixRule.of(
                        new Kind(
                                "buildkite-token",
                                "Buildkite API token",
                                "Buildkite",
                                HIGH,
                                "runs pipelines and reads their settings",
                                "https://buildkite.com/user/api-access-tokens"),
                        Form.of("bkua_", Shape.of(Bytes.BASE62, 40)),
                        Form.of("bkua_", Shape.of(Bytes.BASE62, 53))),
                PrefixRule.of(
                        new Kind(
                                "databricks-token",
                                "Databricks token",
                                "Databricks",
                                CRITICAL,
                                "runs jobs and reads tables as its owner",
                                "https://docs.databricks.com/en/dev-tools/auth/pat.html"),
                        Shape.of(Bytes.HEX, 32).maybe("-", Bytes.DIGITS, 1, 2),
                        "dapi"));
    }
}
