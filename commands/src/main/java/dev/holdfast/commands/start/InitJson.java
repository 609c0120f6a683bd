package dev.holdfast.commands.start;

import dev.holdfast.core.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as {@code holdfast.init/v1}; keys are only ever added. */
final class InitJson {
    private static final String SCHEMA = "holdfast.init/v1";

    private InitJson() {}

    static Map<String, Object> of(InitPlan plan, boolean dryRun) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("dryRun", dryRun);
        json.put("folder", plan.survey().folder().isEmpty() ? "." : plan.survey().folder());
        json.put("stack", stack(plan.survey().stack()));
        json.put("packages", StackWords.packages(plan.survey().stack()));
        json.put("files", plan.files().stream().map(InitJson::file).toList());
        json.put("next", plan.next().stream().map(InitJson::hand).toList());
        json.put("notes", plan.notes());
        return json;
    }

    private static List<Object> stack(Stack stack) {
        return stack.technologies().stream()
                .<Object>map(each -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("name", each.word());
                    json.put("title", each.title());
                    json.put(
                            "folders",
                            stack.folders(each).stream().map(StackWords::folder).toList());
                    return json;
                })
                .toList();
    }

    private static Map<String, Object> file(PlannedFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.draft().path());
        json.put("action", file.action().words());
        json.put("purpose", file.draft().purpose());
        json.put("details", file.draft().details());
        if (!file.reason().isEmpty()) {
            json.put("reason", file.reason());
        }
        json.put("content", file.draft().content());
        file.byHand().ifPresent(hand -> json.put("byHand", hand(hand)));
        return json;
    }

    private static Map<String, Object> hand(ByHand hand) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", hand.what());
        json.put("piece", hand.piece());
        return json;
    }
}
