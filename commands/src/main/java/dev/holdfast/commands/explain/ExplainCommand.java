package dev.holdfast.commands.explain;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.Capabilities;
import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.CheckId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code holdfast explain ID}. */
@Command(
        description = "Says what a check id means, why it matters and how to fix it.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  holdfast explain secrets.stripe-secret-key",
            "  holdfast explain          lists every id",
            "",
            "Exit codes: 0 answered, 2 there is no such id."
        })
public final class ExplainCommand implements Leaf {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "the check id (default: list all)")
    private @Nullable String id;

    @Mixin private CommonOptions options = new CommonOptions();

    @Override
    public int run(Surroundings surroundings) {
        Answer.check(options);
        Catalogue catalogue = Capabilities.catalogue();
        String asked = id;
        if (asked == null) {
            StringBuilder text = new StringBuilder();
            catalogue
                    .all()
                    .forEach((each, info) ->
                            text.append(
                                    "%-36s %-9s %s%n"
                                            .formatted(
                                                    each, info.severity().word(), info.title())));
            List<Object> all =
                    catalogue.all().values().stream().<Object>map(ExplainCommand::json).toList();
            Answer.print(text.toString(), all, options, surroundings);
            return ExitCode.CLEAR;
        }
        Optional<CheckInfo> info =
                CheckId.isValid(asked) ? catalogue.find(new CheckId(asked)) : Optional.empty();
        CheckInfo found = info.orElseThrow(() -> unknown(asked, catalogue));
        Answer.print(text(found), json(found), options, surroundings);
        return ExitCode.CLEAR;
    }

    private static UserProblem unknown(String asked, Catalogue catalogue) {
        List<String> ids = catalogue.ids().stream().map(CheckId::value).toList();
        List<String> withoutArea = ids.stream().filter(each -> each.endsWith("." + asked)).toList();
        return new UserProblem(
                "there is no check '" + asked + "'",
                (withoutArea.isEmpty()
                                ? Nearest.of(asked, ids)
                                : Optional.of(withoutArea.getFirst()))
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("holdfast explain lists every id"));
    }

    private static String text(CheckInfo info) {
        StringBuilder text = new StringBuilder();
        text.append(info.id()).append(": ").append(info.title()).append('\n');
        text.append("severity ").append(info.severity().word()).append("\n\n");
        part(text, "What it means", info.meaning());
        part(text, "Why it matters", info.why());
        part(text, "How to fix it", info.fix());
        if (!info.references().isEmpty()) {
            text.append("References\n");
            for (Reference reference : info.references()) {
                text.append("  ").append(reference.name());
                text.append(reference.url().isEmpty() ? "" : "  " + reference.url()).append('\n');
            }
        }
        return text.toString();
    }

    private static void part(StringBuilder text, String heading, String body) {
        text.append(heading).append('\n').append(Paragraph.of(body)).append('\n');
    }

    private static Map<String, Object> json(CheckInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", info.id().value());
        json.put("title", info.title());
        json.put("severity", info.severity().word());
        json.put("meaning", info.meaning());
        json.put("why", info.why());
        json.put("fix", info.fix());
        json.put("references", info.references().stream().map(ExplainCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(Reference reference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", reference.name());
        json.put("url", reference.url());
        return json;
    }
}
