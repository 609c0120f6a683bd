package dev.holdfast.commands.explain;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.Capabilities;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.rule.UserRules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what one check id means. */
public final class Explanation {

    private Explanation() {}

    /**
     * Prints what the id means.
     *
     * @throws UserProblem when there is no such id
     */
    public static void print(String asked, CommonOptions options, Surroundings surroundings)
            throws IOException {
        UserRules own = Workspace.rules(options, surroundings);
        Catalogue catalogue = Capabilities.catalogue(own);
        Optional<CheckInfo> info =
                CheckId.isValid(asked) ? catalogue.find(new CheckId(asked)) : Optional.empty();
        CheckInfo found = info.orElseThrow(() -> unknown(asked, catalogue));
        String form =
                found.id().area().equals("secrets")
                        ? Secrets.recognised(own, found.id()).orElse("")
                        : "";
        Map<String, Object> json = json(found);
        if (!form.isEmpty()) {
            json.put("recognised", form);
        }
        Answer.print(text(found, form), json, options, surroundings);
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

    private static String text(CheckInfo info, String form) {
        StringBuilder text = new StringBuilder();
        text.append(info.id()).append(": ").append(info.title()).append('\n');
        text.append("severity ").append(info.severity().word()).append("\n\n");
        part(text, "What it means", info.meaning());
        if (!form.isEmpty()) {
            // As it is written, so that no line break stands in it.
            text.append("What it is found by\n  ").append(form).append("\n\n");
        }
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

    static Map<String, Object> json(CheckInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", info.id().value());
        json.put("title", info.title());
        json.put("severity", info.severity().word());
        json.put("meaning", info.meaning());
        json.put("why", info.why());
        json.put("fix", info.fix());
        json.put("references", info.references().stream().map(Explanation::json).toList());
        return json;
    }

    private static Map<String, Object> json(Reference reference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", reference.name());
        json.put("url", reference.url());
        return json;
    }
}
