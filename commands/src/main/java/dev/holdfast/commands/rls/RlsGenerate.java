package dev.holdfast.commands.rls;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.TenancySelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.Rls;
import dev.holdfast.rls.generate.Generated;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.tenancy.TenancySource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast rls generate}. */
public final class RlsGenerate implements Leaf {
    private static final int LONGEST = 500;

    private final DatabaseOptions database = new DatabaseOptions();

    private @Nullable Path tenancy;

    private @Nullable Path output;

    private boolean force;

    private boolean auditLog;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Writes a migration that denies by default, tries it and proves it.")
                .footer(
                        """
                        It replaces all policies and grants of the exposed tables. What is written
                        was applied, audited and proved before; else nothing is.

                        Examples:
                          holdfast rls generate --output supabase/migrations/20261201000000_rls.sql
                          holdfast rls generate --migrations db/migrations --audit-log

                        Exit codes: 0 written, 1 it leaves a hole, 2 usage, policy or tenancy spec
                        invalid, 3 not everything is proved, 70 a bug in Holdfast.
                        """)
                .with(database)
                .option(
                        "--tenancy=FILE",
                        "the tenancy spec (default: rls.tenancy of the policy)",
                        Path.class,
                        given -> tenancy = given)
                .option(
                        "--output=FILE",
                        "the file to write (default: stdout)",
                        Path.class,
                        given -> output = given)
                .flag("--force", "overwrite the file if it is there", () -> force = true)
                .flag(
                        "--audit-log",
                        "also log who changed which row, in holdfast.audit_log",
                        () -> auditLog = true)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Answer.check(options);
        Workspace workspace = Workspace.open(List.of(), options, surroundings);
        Optional<Path> file = Optional.ofNullable(output).map(surroundings.directory()::resolve);
        if (file.isPresent() && !force && Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            throw alreadyThere();
        }
        if (file.isPresent() && !Files.isDirectory(file.get().resolveSibling(""))) {
            throw new UserProblem(
                    "there is no folder for " + output, "make it first, or name another file");
        }
        TenancySource spec =
                TenancySelection.of(Optional.ofNullable(tenancy), workspace, options, surroundings)
                        .orElseThrow(() ->
                                new UserProblem(
                                        "nobody says what a tenant is",
                                        "write rls.tenancy into holdfast.yaml, or name a file with"
                                                + " --tenancy (docs/rls.md)"));
        Generated generated =
                Rls.generator(
                                database.source(workspace, surroundings),
                                spec,
                                database.schemas(workspace),
                                auditLog,
                                new InterpolSolver())
                        .run();
        return switch (generated.verdict()) {
            case SOUND -> {
                write(generated, file, surroundings);
                yield ExitCode.CLEAR;
            }
            case REFUTED -> {
                refuse(generated, surroundings.terminal().err());
                yield ExitCode.BLOCKED;
            }
            case UNDECIDED -> {
                refuse(generated, surroundings.terminal().err());
                yield ExitCode.UNDECIDED;
            }
        };
    }

    private void write(Generated generated, Optional<Path> file, Surroundings surroundings)
            throws IOException {
        if (file.isPresent()) {
            save(generated.sql(), file.get());
        } else {
            Answer.print(generated.sql(), map(generated), options, surroundings);
        }
        PrintStream err = surroundings.terminal().err();
        if (!options.quiet()) {
            generated.changes().forEach(each -> err.println("changes: " + line(each)));
            generated.left().forEach(each -> err.println("left: " + line(each)));
        }
        err.printf(
                "%d tables, %d policies; applied, audited, and proved: %d of %d properties%s%n",
                generated.tables(),
                generated.policies(),
                generated.proved(),
                generated.asked(),
                output == null ? "" : "; written to " + output);
    }

    private void save(String sql, Path file) throws IOException {
        try {
            if (force) {
                Files.writeString(file, sql, StandardCharsets.UTF_8);
            } else {
                Files.writeString(
                        file,
                        sql,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
            }
        } catch (FileAlreadyExistsException appeared) {
            throw alreadyThere();
        }
    }

    private UserProblem alreadyThere() {
        return new UserProblem(
                output + " is there already",
                "name another file with --output, or overwrite it with --force");
    }

    private static void refuse(Generated generated, PrintStream err) {
        generated.problems().forEach(each -> err.println(line(each)));
        err.printf(
                "nothing is written: of %d properties %d are proved, and the above is open%n",
                generated.asked(), generated.proved());
    }

    /** Names of the database may hold anything. */
    private static String line(String text) {
        return OneLine.of(text, LONGEST);
    }

    private static Map<String, Object> map(Generated generated) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sql", generated.sql());
        map.put("tables", generated.tables());
        map.put("policies", generated.policies());
        map.put("proved", generated.proved());
        map.put("asked", generated.asked());
        map.put("changes", generated.changes());
        map.put("left", generated.left());
        return map;
    }
}
