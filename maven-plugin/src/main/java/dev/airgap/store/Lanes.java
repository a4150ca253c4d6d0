package dev.airgap.store;

/** Counts a run's connections, so that a big file takes those that no other file needs, and gives them back. */
final class Lanes {

    private int taken;

    /** Begins with one connection for each file that is to be fetched. */
    Lanes(int files) {
        this.taken = files;
    }

    /** Takes one more, if there are fewer than so many. */
    synchronized boolean take(int most) {
        if (taken >= most) {
            return false;
        }
        taken++;
        return true;
    }

    synchronized void give() {
        taken--;
    }
}
