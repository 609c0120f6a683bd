package dev.holdfast.commands.explain;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.Capabilities;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Catalogue;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code holdfast explain ID}. */
public final class ExplainCommand implements Leaf {

    private @Nullable String id;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Says what a check id means, why it matters and how to fix it.")
                .footer(
                        """
                        Examples:
                          holdfast explain secrets.stripe-secret-key
                          holdfast explain          lists every id

                        Exit codes: 0 answered, 2 there is no such id, or the policy is invalid.
                        """)
                .word(
                        "0..1",
                        "ID",
                        "the check id (default: list all)",
                        String.class,
                        given -> id = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException {
        Answer.check(options);
        String asked = id;
        if (asked == null) {
            Catalogue catalogue = Capabilities.catalogue(Workspace.rules(options, surroundings));
            StringBuilder text = new StringBuilder();
            catalogue
                    .all()
                    .forEach((each, info) ->
                            text.append(
                                    "%-36s %-9s %s%n"
                                            .formatted(
                                                    each, info.severity().word(), info.title())));
            List<Object> all =
                    catalogue.all().values().stream().<Object>map(Explanation::json).toList();
            Answer.print(text.toString(), all, options, surroundings);
            return ExitCode.CLEAR;
        }
        Explanation.print(asked, options, surroundings);
        return ExitCode.CLEAR;
    }
}
