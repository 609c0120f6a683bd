package dev.holdfast.commands.rls;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.report.ExhibitPage;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.AuditSelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.rls.Rls;
import dev.holdfast.rls.matrix.AccessExhibit;
import dev.holdfast.rls.matrix.AccessMatrix;
import dev.holdfast.rls.matrix.Cell;
import dev.holdfast.rls.matrix.Line;
import dev.holdfast.rls.matrix.Shown;
import java.io.IOException;
import java.util.List;

/** {@code holdfast rls matrix}. */
public final class RlsMatrix implements Leaf {

    private static final List<ReportFormat> FORMATS =
            List.of(ReportFormat.TEXT, ReportFormat.JSON, ReportFormat.HTML);

    private static final int LONGEST = 500;

    private final DatabaseOptions database = new DatabaseOptions();

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Shows which role reaches which rows with which command.")
                .footer(
                        """
                        Example:
                          holdfast rls matrix --migrations supabase/migrations --format html

                        Exit codes: 0 shown, 2 usage or policy invalid, 3 there is no table, or a
                        statement of the migrations was not applied.
                        """)
                .with(database)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Answer.check(options, FORMATS);
        Workspace workspace = Workspace.open(List.of(), options, surroundings);
        Shown shown =
                Rls.matrix(
                        database.source(workspace, surroundings),
                        database.schemas(workspace),
                        AuditSelection.roles(workspace, List.of()));
        AccessMatrix matrix = shown.matrix();
        shown.doubts()
                .forEach(each -> surroundings.terminal().err().println(OneLine.of(each, LONGEST)));
        if (options.format() == ReportFormat.HTML) {
            String page =
                    ExhibitPage.of(AccessExhibit.of(matrix), "rls matrix", surroundings.tool());
            surroundings.terminal().out().print(page);
        } else {
            Answer.print(text(matrix), matrix.toMap(), options, surroundings);
        }
        return matrix.lines().isEmpty() || !shown.doubts().isEmpty()
                ? ExitCode.UNDECIDED
                : ExitCode.CLEAR;
    }

    private static String text(AccessMatrix matrix) {
        if (matrix.lines().isEmpty()) {
            return "there is no table in the schemas that were looked at\n";
        }
        int wide =
                matrix.lines().stream().mapToInt(each -> each.relation().length()).max().orElse(0);
        int role = matrix.lines().stream().mapToInt(each -> each.role().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Line each : matrix.lines()) {
            text.append(
                    ("%-" + wide + "s  %-" + role + "s").formatted(each.relation(), each.role()));
            for (Cell cell : each.cells()) {
                text.append("  %s: %s".formatted(cell.command(), cell.reach().words()));
                if (!cell.policies().isEmpty()) {
                    text.append(" (").append(String.join(", ", cell.policies())).append(')');
                }
            }
            text.append('\n');
            each.cells().stream()
                    .flatMap(cell -> cell.around().stream())
                    .distinct()
                    .forEach(around -> text.append("  around: ").append(around).append('\n'));
        }
        return text.toString();
    }
}
