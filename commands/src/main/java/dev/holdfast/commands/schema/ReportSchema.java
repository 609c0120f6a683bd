package dev.holdfast.commands.schema;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.report.ReportJsonSchema;
import dev.holdfast.commands.run.Answer;
import java.io.IOException;

/** {@code holdfast report schema}. */
public final class ReportSchema implements Leaf {

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Prints the JSON Schema (2020-12) of the JSON report, for its readers.")
                .footer(
                        """
                        Example:
                          holdfast report schema > holdfast.report.v1.schema.json
                        """)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException {
        Answer.check(options);
        // The schema is JSON whatever the format: there is no other way to say it.
        surroundings.terminal().out().print(ReportJsonSchema.text());
        return ExitCode.CLEAR;
    }
}
