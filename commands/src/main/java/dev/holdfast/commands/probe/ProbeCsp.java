package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.result.Result;
import dev.holdfast.probes.Probes;
import dev.holdfast.probes.csp.Csp;
import dev.holdfast.probes.csp.CspFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code holdfast probe csp}. */
public final class ProbeCsp implements Leaf {
    private final TargetOptions target = new TargetOptions();
    private @Nullable Path file;
    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Says what Content Security Policies let an attacker run.")
                .footer(
                        """
                        Examples:
                          holdfast probe csp --target staging
                          holdfast probe csp --from-file policies.jsonl --format jsonl
                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .with(target)
                .option(
                        "--from-file=FILE",
                        "judge recorded policies, JSON lines, without any network",
                        Path.class,
                        given -> file = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        if (file == null) {
            return new Probing(target, options, surroundings)
                    .run("probe csp", Probes.named("csp"));
        }
        return new Recording(file, options, surroundings)
                .run(
                        "probe csp",
                        Workspace.open(List.of(), options, surroundings),
                        Csp.rules(),
                        this::judge);
    }

    private List<Result> judge(BufferedReader in, String shown, Writer lines) throws IOException {
        CspFile recorded = new CspFile(shown);
        StringWriter text = new StringWriter();
        in.transferTo(text);
        if (options.format() == ReportFormat.JSONL) {
            recorded.answer(new StringReader(text.toString()), lines);
        }
        return recorded.results(new StringReader(text.toString()));
    }
}
