package dev.holdfast.commands.run;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.policy.PolicySection;
import dev.holdfast.core.policy.Shape;
import dev.holdfast.core.policy.Tightening;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlSequence;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.UserRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the policy may say about the search for secrets. */
final class SecretsSection {
    private static final long SEED = 8_259;

    private SecretsSection() {}

    static PolicySection section() {
        Map<String, Shape> bundle = new LinkedHashMap<>();
        bundle.put(
                "directories",
                // To name one folder is to leave the others out, so a lock holds the list as it is.
                paths(
                        "folders of built output, relative to the project; found when left out",
                        Tightening.SAME));
        bundle.put(
                "envFiles",
                paths(
                        "further .env files whose values must not be in the output",
                        Tightening.MORE_MEMBERS));
        bundle.put(
                "maxFileMiB",
                new Shape.WholeNumber(
                        "files larger than this are reported as unknown",
                        1,
                        65_536,
                        4096,
                        Tightening.HIGHER));
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("bundle", new Shape.Keys("the scan of built output", bundle, List.of()));
        keys.put(
                "tree",
                new Shape.Keys(
                        "the scan of the project's files",
                        Map.of(
                                "enabled",
                                new Shape.Flag(
                                        "whether holdfast check looks at the project's files",
                                        false,
                                        Tightening.TRUE)),
                        List.of()));
        Map<String, Shape> history = new LinkedHashMap<>();
        history.put(
                "enabled",
                new Shape.Flag(
                        "whether holdfast check looks at the git history", false, Tightening.TRUE));
        history.put(
                "all",
                new Shape.Flag(
                        "every branch, tag, note and stash, not only what HEAD reaches",
                        false,
                        Tightening.TRUE));
        keys.put("history", new Shape.Keys("the scan of the git history", history, List.of()));
        keys.put("verify", VerifySection.shape());
        keys.put("rules", SecretRulesShape.rules());
        return new PolicySection(
                "secrets", new Shape.Keys("leaked secrets", keys, List.of()), SecretsSection::own);
    }

    /** The rules that a policy describes; wrong ones end its reading. */
    private static List<CheckInfo> own(YamlNode section, String file) {
        if (section instanceof YamlMapping mapping
                && mapping.entry("rules").isPresent()
                && mapping.entry("rules").get().value() instanceof YamlSequence rules) {
            // The same examples each time, so that a policy is valid or not, and not by luck.
            return UserRules.checked(rules.items(), file, Secrets.explanations(), new Random(SEED))
                    .told()
                    .stream()
                    .map(TokenRule::info)
                    .toList();
        }
        return List.of();
    }

    private static Shape paths(String description, Tightening tightening) {
        return new Shape.ListOf(
                description,
                new Shape.Text(
                        "a path with '/'",
                        List.of(),
                        new Shape.Form(
                                "^(?!/)(?!(.*/)?\\.\\.(?![^/]))[^\\\\\\u0000-\\u001f]+$",
                                "a path inside the project, with '/'"),
                        null,
                        Tightening.SAME),
                List.of(),
                tightening);
    }
}
