package dev.holdfast.commands.demo;

import dev.holdfast.commands.check.CheckSelection;
import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.ReportTarget;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast demo}. */
public final class DemoCommand implements Leaf {

    private @Nullable Path directory;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Makes a small web shop with planted faults and checks it.")
                .footer(
                        """
                        Examples:
                          holdfast demo
                          holdfast demo --directory shop-demo

                        The keys in the shop are invented anew each time and open nothing.

                        Exit codes: 0 every planted fault was found and nothing else, 2 usage,
                        70 otherwise: a bug in Holdfast.
                        """)
                .option(
                        "--directory=DIR",
                        "where to make it (default: a new temporary folder)",
                        Path.class,
                        given -> directory = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        DemoFolder folder =
                DemoFolder.make(
                        Optional.ofNullable(directory).map(surroundings.directory()::resolve),
                        surroundings.random(),
                        surroundings.clock().instant());
        CommonOptions all =
                options.withReport(new ReportTarget(ReportFormat.HTML, folder.report()));
        Workspace workspace = Workspace.open(List.of(folder.shop()), all, surroundings);
        CheckSelection selection = CheckSelection.of(workspace, surroundings);
        Report report =
                new Inspection(workspace, all, surroundings)
                        .inspect("check", selection.checks(), selection.notes());
        Planted.Comparison comparison = Planted.compare(report.results());
        boolean text = options.format() == ReportFormat.TEXT;
        PrintStream out = text ? surroundings.terminal().out() : surroundings.terminal().err();
        tell(out, comparison, folder);
        if (comparison.noServer().isPresent()) {
            return comparison.isExact() ? ExitCode.CLEAR : ExitCode.BUG;
        }
        Mended mended = Mended.in(folder.fix(), workspace, surroundings);
        tell(out, mended);
        return comparison.isExact() && mended.isSound() ? ExitCode.CLEAR : ExitCode.BUG;
    }

    private static void tell(PrintStream out, Planted.Comparison comparison, DemoFolder folder) {
        int planted = comparison.found().size() + comparison.missed().size();
        out.printf(
                "%nThe demo: %d of %d planted faults found%s%n",
                comparison.found().size(),
                planted,
                comparison.more().isEmpty() ? ", and nothing else." : ", and more than these.");
        for (Planted.Fault fault : comparison.found()) {
            out.printf("  %-34s %s%n", fault.check(), fault.place());
        }
        for (Planted.Fault fault : comparison.missed()) {
            out.printf("  MISSED %-27s %s%n", fault.check(), fault.place());
        }
        comparison.more().forEach(each -> out.printf("  MORE   %s%n", each.check()));
        comparison.noServer().ifPresent(why -> out.printf("  not shown: %s%n", why));
        out.printf("%nshop:   %s%nreport: %s%n", folder.shop(), folder.report());
    }

    private static void tell(PrintStream out, Mended mended) {
        if (mended.isSound()) {
            out.printf(
                    "fix:    %s (rls generate: with it %d of %d properties of the tables are proved)%n",
                    mended.file(), mended.generated().proved(), mended.generated().asked());
        } else {
            mended.generated().problems().forEach(each -> out.println("NO FIX " + each));
        }
    }
}
