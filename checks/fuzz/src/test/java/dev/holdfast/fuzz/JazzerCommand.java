package dev.holdfast.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Jazzer is started on {@link Fuzz}. */
final class JazzerCommand {

    private JazzerCommand() {}

    /**
     * A process that ends with 0 when nothing was found in time.
     *
     * @param target the target's name; empty for all
     * @param folder takes the inputs that break something
     * @param corpora folders with inputs to begin with; the first one takes new ones
     */
    static List<String> of(
            String classPath, String target, Path folder, List<Path> corpora, int seconds) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules=jdk.incubator.vector",
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-Xmx800m",
                                "-cp",
                                classPath,
                                "com.code_intelligence.jazzer.Jazzer",
                                "--cp=" + classPath,
                                "--target_class=" + Fuzz.class.getName(),
                                // Our parsers only; the sanitizers look for what we never call.
                                "--instrumentation_includes=dev.holdfast.**",
                                "--custom_hook_includes=none.**",
                                "--reproducer_path=" + folder,
                                "-artifact_prefix=" + folder + "/",
                                "-max_total_time=" + seconds,
                                "-timeout=10",
                                "-rss_limit_mb=0",
                                "-max_len=4096"));
        if (!target.isEmpty()) {
            command.add("--target_args=" + target);
        }
        corpora.forEach(each -> command.add(each.toString()));
        return command;
    }
}
