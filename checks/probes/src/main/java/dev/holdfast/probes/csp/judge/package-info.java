/** What policies mean for whoever runs the page: findings. */
@NullMarked
package dev.holdfast.probes.csp.judge;

import org.jspecify.annotations.NullMarked;
