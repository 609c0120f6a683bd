package dev.holdfast.commands.secrets;

import dev.holdfast.commands.explain.Explanation;
import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Answer;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code holdfast secrets explain RULE}. */
public final class SecretsExplain implements Leaf {

    private @Nullable String rule;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Says what a rule finds, what its tokens can do and how to replace one.")
                .footer(
                        """
                        Example:
                          holdfast secrets explain stripe-secret-key

                        Exit codes: 0 answered, 2 there is no such rule, or the policy is invalid.
                        """)
                .word(
                        "1",
                        "RULE",
                        "a rule, with or without secrets.",
                        String.class,
                        given -> rule = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException {
        Answer.check(options);
        String asked = Objects.requireNonNull(rule);
        String id = asked.startsWith("secrets.") ? asked : "secrets." + asked;
        Explanation.print(id, options, surroundings);
        return ExitCode.CLEAR;
    }
}
