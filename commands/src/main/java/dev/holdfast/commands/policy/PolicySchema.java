package dev.holdfast.commands.policy;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.Capabilities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code holdfast policy schema}. */
@Command(
        description = "Prints the JSON Schema (2020-12) of holdfast.yaml, for editors.",
        sortOptions = false,
        footer = {"", "Example:", "  holdfast policy schema > .holdfast/policy.schema.json"})
public final class PolicySchema implements Leaf {

    @Mixin private CommonOptions options = new CommonOptions();

    @Override
    public int run(Surroundings surroundings) {
        Answer.check(options);
        // The schema is JSON whatever the format: there is no other way to say it.
        surroundings.terminal().out().print(Capabilities.policyReader().schema());
        return ExitCode.CLEAR;
    }
}
