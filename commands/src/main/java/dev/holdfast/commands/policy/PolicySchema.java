package dev.holdfast.commands.policy;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.Capabilities;

/** {@code holdfast policy schema}. */
public final class PolicySchema implements Leaf {

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Prints the JSON Schema (2020-12) of holdfast.yaml, for editors.")
                .footer(
                        """
                        Example:
                          holdfast policy schema > .holdfast/policy.schema.json
                        """)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) {
        Answer.check(options);
        // The schema is JSON whatever the format: there is no other way to say it.
        surroundings.terminal().out().print(Capabilities.policyReader().schema());
        return ExitCode.CLEAR;
    }
}
