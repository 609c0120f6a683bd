/**
 * Who may read a service's answers from another origin: asked as browsers ask, judged as they do.
 */
@NullMarked
package dev.holdfast.probes.cors;

import org.jspecify.annotations.NullMarked;
