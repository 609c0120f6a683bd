package dev.holdfast.rls.server;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** What kind of answer the server gave. */
public final class ServerAnswer {
    private ServerAnswer() {}

    /** Whether there was none within the time, so that the driver hung up. */
    public static boolean isSilence(SQLException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a function or a block says it itself (RAISE, ASSERT), so that it may hold any value:
     * the routine of PostgreSQL's source that reports it (src/pl/plpgsql/src/pl_exec.c).
     */
    public static boolean isRaised(@Nullable ServerErrorMessage said) {
        return said != null
                && ("exec_stmt_raise".equals(said.getRoutine())
                        || "exec_stmt_assert".equals(said.getRoutine()));
    }
}
