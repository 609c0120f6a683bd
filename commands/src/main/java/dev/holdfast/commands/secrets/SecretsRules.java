package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.UserRules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code holdfast secrets rules}. */
public final class SecretsRules implements Leaf {

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Lists the kinds of tokens that are found, those of the policy too.")
                .footer(
                        """
                        Example:
                          holdfast secrets rules --format json

                        Exit codes: 0 listed, 2 usage or policy invalid.
                        """)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException {
        Answer.check(options);
        UserRules own = Workspace.rules(options, surroundings);
        List<TokenRule> rules = Secrets.rules(own);
        StringBuilder text = new StringBuilder();
        for (TokenRule each : rules) {
            text.append(
                    "%-36s %-9s %s%n"
                            .formatted(
                                    each.info().id(),
                                    each.info().severity().word(),
                                    each.info().title()));
        }
        text.append("%d rules%n".formatted(rules.size()));
        Answer.print(
                text.toString(),
                rules.stream().map(SecretsRules::json).toList(),
                options,
                surroundings);
        return ExitCode.CLEAR;
    }

    private static Map<String, Object> json(TokenRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.info().id().value());
        json.put("title", rule.info().title());
        json.put("provider", rule.provider());
        json.put("severity", rule.info().severity().word());
        json.put("rotation", rule.rotationUrl());
        return json;
    }
}
