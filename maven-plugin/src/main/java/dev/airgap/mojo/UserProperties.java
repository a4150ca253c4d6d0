package dev.airgap.mojo;

import org.apache.maven.execution.MavenSession;

/**
 * Reads what the command line said. Maven lets a value in the POM win over {@code -D} for a scalar, and its versions
 * disagree for lists; here the command line wins everywhere.
 */
final class UserProperties {

    private final MavenSession session;

    UserProperties(MavenSession session) {
        this.session = session;
    }

    /** Gives the command line's value, else the configured one, which may be null. */
    String said(String property, String configured) {
        String value = session.getUserProperties().getProperty(property);
        return value != null ? value : configured;
    }
}
