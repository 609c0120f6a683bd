package dev.holdfast.commands.schema;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.report.ReportJsonSchema;
import dev.holdfast.commands.run.Answer;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code holdfast report schema}. */
@Command(
        description = "Prints the JSON Schema (2020-12) of the JSON report, for its readers.",
        sortOptions = false,
        footer = {"", "Example:", "  holdfast report schema > holdfast.report.v1.schema.json"})
public final class ReportSchema implements Leaf {

    @Mixin private CommonOptions options = new CommonOptions();

    @Override
    public int run(Surroundings surroundings) throws IOException {
        Answer.check(options);
        // The schema is JSON whatever the format: there is no other way to say it.
        surroundings.terminal().out().print(ReportJsonSchema.text());
        return ExitCode.CLEAR;
    }
}
