package dev.holdfast.commands.baseline;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.BaselineRun;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.result.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code holdfast baseline show [DIR]}. */
public final class BaselineShow implements Leaf {

    private @Nullable Path directory;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Lists what the baseline accepts.")
                .footer(
                        """
                        Example:
                          holdfast baseline show --format json

                        Exit codes: 0 listed, 2 the policy is invalid, 3 the baseline cannot be followed.
                        """)
                .project(given -> directory = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException {
        Answer.check(options);
        List<Path> named =
                directory == null
                        ? List.of()
                        : List.of(surroundings.directory().resolve(directory));
        Workspace workspace = Workspace.open(named, options, surroundings);
        Baseline baseline = new BaselineRun(workspace, options, surroundings).read();
        String other =
                baseline.entries().isEmpty() || baseline.keyId().equals(workspace.key().id())
                        ? ""
                        : "they were made with the fingerprint key "
                                + baseline.keyId()
                                + ", and with that of this run, "
                                + workspace.key().id()
                                + ", none of a value is followed\n";
        Answer.print(text(baseline) + other, json(baseline), options, surroundings);
        return baseline.broken().isPresent() ? ExitCode.UNDECIDED : ExitCode.CLEAR;
    }

    private static String text(Baseline baseline) {
        StringBuilder text = new StringBuilder();
        for (BaselineEntry entry : baseline.entries()) {
            text.append(
                            "%-8s  %s  %s"
                                    .formatted(
                                            entry.severity().word(),
                                            entry.identity().check(),
                                            entry.identity().place()))
                    .append(
                            entry.identity().occurrence() > 1
                                    ? "  (" + entry.identity().occurrence() + ")"
                                    : "")
                    .append('\n');
        }
        return text.append(
                        baseline.broken()
                                .map(why -> baseline.file() + " is not followed: " + why)
                                .orElse(summary(baseline)))
                .append('\n')
                .toString();
    }

    private static String summary(Baseline baseline) {
        int size = baseline.entries().size();
        return (size == 0 ? "no" : size)
                + (size == 1 ? " entry in " : " entries in ")
                + baseline.file();
    }

    private static Map<String, Object> json(Baseline baseline) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", baseline.file());
        baseline.broken().ifPresent(why -> json.put("problem", why));
        json.put("entries", baseline.entries().stream().map(BaselineShow::json).toList());
        return json;
    }

    private static Map<String, Object> json(BaselineEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", entry.identity().check().value());
        json.put(entry.file() ? "path" : "subject", entry.identity().place());
        json.put("hash", entry.identity().hash());
        json.put("occurrence", entry.identity().occurrence());
        json.put("searches", entry.searches().stream().sorted().map(Search::word).toList());
        json.put("severity", entry.severity().word());
        json.put("fingerprint", entry.identity().fingerprint());
        return json;
    }
}
