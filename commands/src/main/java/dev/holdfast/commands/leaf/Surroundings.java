package dev.holdfast.commands.leaf;

import dev.holdfast.core.report.Tool;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The world around one command. Nothing else in it may ask the process for these.
 *
 * @param environment the environment variables
 * @param directory the folder that relative paths start from, absolute
 * @param servers the folder of the programs of PostgreSQL that came with Holdfast, when it is run
 *     from an installation
 * @param processors how many processors there are
 */
public record Surroundings(
        Tool tool,
        Terminal terminal,
        Map<String, String> environment,
        Path directory,
        Clock clock,
        RandomGenerator random,
        Optional<Path> servers,
        int processors) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
