package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.run.BlastRadius.Standing;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.Survey;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which files of a work tree HEAD has as they are now, and since when. What cannot be told is not
 * told: it decides about nothing.
 */
final class Committed {
    private static final int PIECE = 1 << 16;
    private static final int SHA_1 = 20;

    private final Project project;
    private final Optional<Survey> survey;
    private final Map<String, Standing> files = new HashMap<>();

    private Committed(Project project, Optional<Survey> survey) {
        this.project = project;
        this.survey = survey;
    }

    /** Tells nothing. */
    static Committed nothing(Project project) {
        return new Committed(project, Optional.empty());
    }

    /** Walks what HEAD reaches. */
    static Committed of(Project project, int threads, Surroundings surroundings) {
        if (!project.repository()) {
            return nothing(project);
        }
        try {
            Survey survey =
                    Repositories.open(project, surroundings)
                            .history()
                            .survey(HistoryScope.head(), threads);
            return new Committed(project, Optional.of(survey));
        } catch (IOException | UserProblem unreadable) {
            return nothing(project);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return nothing(project);
        }
    }

    /** How the files stand in which a value is: the oldest one that HEAD has counts. */
    Standing of(Result result) {
        Standing best = Standing.UNKNOWN;
        for (Spot spot : result.spots()) {
            Standing each = files.computeIfAbsent(spot.location().path(), this::of);
            if (best.words().isEmpty() || isOlder(each, best)) {
                best = each;
            }
        }
        return best;
    }

    private static boolean isOlder(Standing one, Standing other) {
        return Boolean.TRUE.equals(one.atHead())
                && (!Boolean.TRUE.equals(other.atHead()) || one.date().compareTo(other.date()) < 0);
    }

    private Standing of(String path) {
        Path file = project.root().resolve(path);
        if (survey.isEmpty() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Standing.UNKNOWN;
        }
        try {
            int number = survey.get().find(name(file, survey.get().nameLength()));
            if (number < 0 || !survey.get().isAtHead(number)) {
                return new Standing("not committed as it is now", null, "", "");
            }
            Survey.Origin origin = survey.get().origin(number);
            return Standing.ofFile(origin.commit(), origin.date());
        } catch (IOException unreadable) {
            return Standing.UNKNOWN;
        }
    }

    /** The name that git gives a file's content. */
    private static byte[] name(Path file, int length) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(length == SHA_1 ? "SHA-1" : "SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has both", missing);
        }
        digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return digest.digest();
    }
}
