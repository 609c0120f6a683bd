package dev.holdfast.commands.start;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.project.ProjectFinder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code holdfast init [DIR]}. */
public final class InitCommand implements Leaf {

    private @Nullable Path directory;

    private boolean dryRun;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "Writes a commented policy, a CI workflow and a pre-commit hook for the stack",
                        "that it finds. Shows the plan first, and never touches a file that is there.")
                .footer(
                        """
                        Examples:
                          holdfast init --dry-run   shows each file and writes nothing
                          holdfast init
                          holdfast init apps/web    a policy for one part of a repository

                        Exit codes: 0 written or nothing to write, 2 the folder is not there or a file
                        cannot be written.
                        """)
                .project(given -> directory = given)
                .flag("--dry-run", "show every file, and write nothing", () -> dryRun = true)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException {
        Answer.check(options);
        if (options.policy().isPresent() || options.environment().isPresent()) {
            throw new UserProblem(
                    "init writes a policy and reads none, so --policy and --environment do not fit",
                    "holdfast init DIR writes DIR/" + ProjectFinder.POLICY_FILE);
        }
        Project project = project(surroundings);
        FileGround ground = new FileGround(project.root());
        InitPlan plan = InitPlan.of(new SurveyReader(project).read(), ground);
        if (!dryRun) {
            plan.toWrite().forEach(file -> ground.checkWritable(file.draft().path()));
        }
        InitText text = new InitText(plan);
        Answer.print(
                options.quiet() ? text.brief() : text.shown(),
                InitJson.of(plan, dryRun),
                options,
                surroundings);
        PrintStream out = surroundings.terminal().out();
        // The plan is read before anything is done, also in a pipe.
        out.flush();
        if (!dryRun) {
            write(plan, project.root());
        }
        if (options.format() != ReportFormat.JSON && !options.quiet()) {
            out.print(dryRun ? text.contents() : text.done());
        }
        return ExitCode.CLEAR;
    }

    private Project project(Surroundings surroundings) throws IOException {
        Path named =
                directory == null
                        ? surroundings.directory()
                        : surroundings.directory().resolve(directory);
        if (!Files.isDirectory(named)) {
            throw new UserProblem(
                    "there is no folder " + (directory == null ? "here" : directory),
                    "name the folder of the project");
        }
        Project found = ProjectFinder.find(List.of(named), surroundings.directory());
        // The policy goes where the user says, also when there is one further up.
        return new Project(found.root(), named.toRealPath(), found.repository());
    }

    private static void write(InitPlan plan, Path root) throws IOException {
        FileWriter writer = new FileWriter(root);
        for (PlannedFile file : plan.toWrite()) {
            writer.write(file.draft().path(), file.draft().content());
        }
    }
}
