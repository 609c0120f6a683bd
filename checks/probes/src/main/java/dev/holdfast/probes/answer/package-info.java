/** What an answer means to a probe that tries something: accepted, refused, or nobody can say. */
@NullMarked
package dev.holdfast.probes.answer;

import org.jspecify.annotations.NullMarked;
