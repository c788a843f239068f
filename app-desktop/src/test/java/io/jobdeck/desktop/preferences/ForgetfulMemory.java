package io.jobdeck.desktop.preferences;

import java.util.Optional;
import java.util.OptionalDouble;

/** Remembers until the test ends. */
public final class ForgetfulMemory implements WindowMemory {

    private Optional<String> view = Optional.empty();
    private boolean detailsOpen = true;
    private OptionalDouble detailsPlace = OptionalDouble.empty();

    @Override
    public Optional<String> view() {
        return view;
    }

    @Override
    public void setView(String id) {
        view = Optional.of(id);
    }

    @Override
    public boolean detailsOpen() {
        return detailsOpen;
    }

    @Override
    public void setDetailsOpen(boolean open) {
        detailsOpen = open;
    }

    @Override
    public OptionalDouble detailsPlace() {
        return detailsPlace;
    }

    @Override
    public void setDetailsPlace(double place) {
        detailsPlace = OptionalDouble.of(place);
    }
}
