/** Speaks the model Hub's HTTP contract: a revision becomes a commit, a commit a list of files, and of those the ones a bundle needs. */
package dev.airgap.hub;
