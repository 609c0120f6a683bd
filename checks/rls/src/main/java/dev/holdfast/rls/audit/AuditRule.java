package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import java.util.List;

/** One rule of the audit. It keeps no state. */
public interface AuditRule {

    /** What its findings mean. */
    CheckInfo info();

    /** What it finds, at most once for each subject. */
    List<Found> look(Scene scene);
}
