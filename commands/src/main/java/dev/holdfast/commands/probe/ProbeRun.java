package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.Probes;
import dev.holdfast.probes.tls.CaaRecords;
import dev.holdfast.probes.tls.PreloadList;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast probe WORD}: one probe, or all of them. */
public final class ProbeRun implements Leaf {
    private final String word;
    private final String line;
    private final TargetOptions target = new TargetOptions();
    private @Nullable Path preload;
    private @Nullable Path caa;
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
        Syntax syntax =
                Syntax.of(line)
                        .footer(
                                """
                                Example:
                                  holdfast probe %s --target staging
                                Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                                3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                                """
                                        .formatted(word))
                        .with(target);
        if (word.equals("tls")) {
            syntax.option(
                            "--preload-list=FILE",
                            "the browsers' list of hosts that are asked over https alone",
                            Path.class,
                            given -> preload = given)
                    .option(
                            "--caa=FILE",
                            "the CAA records of the domain, as dig prints them",
                            Path.class,
                            given -> caa = given);
        }
        return syntax.with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        return new Probing(target, options, surroundings)
                .run(
                        "probe " + word,
                        Probes.named(
                                word,
                                text(preload, surroundings)
                                        .map(each -> PreloadList.read(each, name(preload))),
                                text(caa, surroundings)
                                        .map(each -> CaaRecords.read(each, name(caa)))));
    }

    private static String name(@Nullable Path file) {
        return String.valueOf(file);
    }

    private static Optional<String> text(@Nullable Path named, Surroundings surroundings)
            throws IOException {
        if (named == null) {
            return Optional.empty();
        }
        Path file = surroundings.directory().resolve(named);
        if (!Files.isRegularFile(file)) {
            throw new UserProblem("there is no file " + named, "name a file that is there");
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException broken) {
            throw new UserProblem(named + " is no UTF-8", "give it in UTF-8");
        }
    }
}
