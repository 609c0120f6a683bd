package dev.holdfast.rls.server.programs;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which user of the operating system runs the server. PostgreSQL refuses to run as root, so root
 * hands it to {@code nobody}: never to {@code postgres}, who may own a real server's files.
 *
 * @param prefix the words in front of a command that make it run as that user; empty: as ourselves
 * @param other the user, when it is not ourselves
 */
public record Account(List<String> prefix, Optional<UserPrincipal> other) {
    private static final String NOBODY = "nobody";
    private static final Duration TRYING = Duration.ofSeconds(10);

    public Account {
        prefix = List.copyOf(prefix);
    }

    /**
     * Who can run it here.
     *
     * @throws UserProblem when we are root and no program here changes the user
     */
    public static Account choose() throws IOException {
        if (!isRoot()) {
            return new Account(List.of(), Optional.empty());
        }
        UserPrincipal nobody =
                FileSystems.getDefault()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(NOBODY);
        for (List<String> words : waysToChange(nobody)) {
            try {
                new Command(List.of("true"), Path.of("/"), "").behind(words).output(TRYING);
                return new Account(words, Optional.of(nobody));
            } catch (IOException unusable) {
                // The next one may be there.
            }
        }
        throw new UserProblem(
                "PostgreSQL refuses to run as root, and neither setpriv nor su can start it as"
                        + " nobody.",
                "Run holdfast as another user, or install util-linux.");
    }

    private static List<List<String>> waysToChange(UserPrincipal nobody) throws IOException {
        return List.of(
                List.of(
                        "setpriv",
                        "--reuid=" + nobody.getName(),
                        "--regid=" + group(),
                        "--clear-groups",
                        "--no-new-privs",
                        "--inh-caps=-all",
                        "--bounding-set=-all"),
                List.of("su", "-s", "/bin/sh", nobody.getName(), "-c", "exec \"$0\" \"$@\"", "--"));
    }

    // Debian's nobody is of nogroup, that of others is of nobody.
    private static String group() throws IOException {
        for (String name : List.of("nogroup", NOBODY)) {
            Optional<String> found = named(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return "65534";
    }

    private static Optional<String> named(String group) throws IOException {
        try {
            return Optional.of(
                    FileSystems.getDefault()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByGroupName(group)
                            .getName());
        } catch (UserPrincipalNotFoundException missing) {
            return Optional.empty();
        }
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }

    /** The command, run as this user. */
    public Command run(Command command) {
        return command.behind(prefix);
    }

    /** Gives a file or folder to this user. */
    public void own(Path path) throws IOException {
        if (other.isPresent()) {
            Files.setOwner(path, other.get());
        }
    }

    /** Whether this user can get to a folder: each folder above it lets others pass. */
    public boolean reaches(Path folder) throws IOException {
        if (other.isEmpty()) {
            return true;
        }
        for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
            if (Files.exists(each)
                    && !Files.getPosixFilePermissions(each)
                            .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
