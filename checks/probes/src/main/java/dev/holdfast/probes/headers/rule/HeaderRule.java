package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;

/** Judges one header field of an answer. */
public interface HeaderRule {
    /** Every id that it can report. */
    List<CheckInfo> rules();

    /** Judges; at most one finding an id. Never throws, whatever the answer holds. */
    List<Finding> judge(Answer answer, Demands demands);
}
