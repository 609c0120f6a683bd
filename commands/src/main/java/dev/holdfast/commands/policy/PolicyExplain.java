package dev.holdfast.commands.policy;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.policy.PolicyItem;
import dev.holdfast.core.policy.Setting;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code holdfast policy explain [KEY]}. */
public final class PolicyExplain implements Leaf {

    private @Nullable String key;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Says which value of a key is in force, and which layer set it.")
                .footer(
                        """
                        Examples:
                          holdfast policy explain
                          holdfast policy explain gate.block
                          holdfast policy explain gate --environment production
                        """)
                .word(
                        "0..1",
                        "KEY",
                        "a key, or the start of some",
                        String.class,
                        given -> key = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException {
        Answer.check(options);
        Workspace workspace = Workspace.open(List.of(), options, surroundings);
        List<Setting> settings = workspace.policy().explain(asked());
        int width = settings.stream().mapToInt(each -> each.key().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Setting setting : settings) {
            text.append(setting.key())
                    .append(" ".repeat(width - setting.key().length() + 2))
                    .append(setting.shown())
                    .append("  (")
                    .append(setting.layer())
                    .append(")\n");
        }
        workspace.policy().notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        List<Object> json = settings.stream().<Object>map(PolicyExplain::json).toList();
        Answer.print(text.toString(), json, options, surroundings);
        return ExitCode.CLEAR;
    }

    /** At an environment the gate is that of the environment. */
    private String asked() {
        String asked = key == null ? "" : key;
        boolean gate = asked.equals("gate") || asked.startsWith("gate.");
        return options.environment()
                .filter(_ -> gate)
                .map(name -> "environments." + name + "." + asked)
                .orElse(asked);
    }

    /** What is no single value in a list is told as it was written. */
    private static Object json(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(PolicyExplain::text).toList()
                : value;
    }

    private static Object text(Object member) {
        return member instanceof PolicyItem item ? item.toString() : member;
    }

    private static Map<String, Object> json(Setting setting) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", setting.key());
        json.put("value", json(setting.value()));
        json.put("layer", setting.layer());
        return json;
    }
}
