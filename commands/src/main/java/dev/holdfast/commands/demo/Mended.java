package dev.holdfast.commands.demo;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.run.DatabaseSelection;
import dev.holdfast.commands.run.ServerChoice;
import dev.holdfast.commands.run.TenancySelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.rls.Rls;
import dev.holdfast.rls.generate.Generated;
import dev.holdfast.rls.solve.InterpolSolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The migration that mends the shop's tables.
 *
 * @param file where it is
 */
record Mended(Generated generated, Path file) {

    /** Has it written, tried and proved. */
    static Mended in(Path file, Workspace workspace, Surroundings surroundings)
            throws IOException, InterruptedException {
        Generated generated =
                Rls.generator(
                                DatabaseSelection.migrations(
                                                workspace,
                                                Optional.empty(),
                                                Optional.empty(),
                                                ServerChoice.USUAL,
                                                surroundings)
                                        .orElseThrow(),
                                TenancySelection.ofPolicy(workspace).orElseThrow(),
                                List.of(),
                                false,
                                new InterpolSolver())
                        .run();
        if (generated.verdict() == Generated.Verdict.SOUND) {
            Files.writeString(file, generated.sql(), StandardCharsets.UTF_8);
        }
        return new Mended(generated, file);
    }

    boolean isSound() {
        return generated.verdict() == Generated.Verdict.SOUND;
    }
}
