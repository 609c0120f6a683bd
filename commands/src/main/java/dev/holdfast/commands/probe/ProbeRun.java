package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.probes.Probes;
import java.io.IOException;

/** {@code holdfast probe WORD}: one probe, or all of them. */
public final class ProbeRun implements Leaf {
    private final String word;
    private final String line;
    private final TargetOptions target = new TargetOptions();
    private final CommonOptions options = new CommonOptions();

    /**
     * A command.
     *
     * @param word the probe's, or {@code all}
     * @param line what it does, for its help page
     */
    public ProbeRun(String word, String line) {
        this.word = word;
        this.line = line;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(line)
                .footer(
                        """
                        Example:
                          holdfast probe %s --target staging
                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """
                                .formatted(word))
                .with(target)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        return new Probing(target, options, surroundings)
                .run("probe " + word, Probes.named(word));
    }
}
