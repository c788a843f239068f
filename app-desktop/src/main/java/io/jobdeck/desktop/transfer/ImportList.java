package io.jobdeck.desktop.transfer;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.jobdeck.desktop.text.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** The documents of a file, each with what it is, how it stands with it, and whether it is to be stored. */
final class ImportList {

    private static final double CHOICE_WIDTH = 38;
    private static final double STATE_WIDTH = 104;
    private static final double KIND_WIDTH = 52;
    private static final double ROW_HEIGHT = 28;

    private final ImportModel model;
    private final Texts texts;
    private final TableView<ImportItem> table = new TableView<>();

    ImportList(ImportModel model, Texts texts, Consumer<ImportItem> onSelected) {
        this.model = model;
        this.texts = texts;
        table.setId("import-items");
        table.getItems().setAll(model.items());
        table.setFixedCellSize(ROW_HEIGHT);
        table.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE, "import-items");
        table.getColumns().add(choices());
        table.getColumns().add(column("import.column.state", STATE_WIDTH, item -> item.stateProperty()
                .map(state -> texts.get("import.state." + state.name()))));
        table.getColumns().add(column("import.column.kind", KIND_WIDTH,
                item -> new ReadOnlyStringWrapper(texts.get("import.kind." + item.kind().name()))));
        TableColumn<ImportItem, String> name = column("import.column.name", Region.USE_COMPUTED_SIZE,
                item -> new ReadOnlyStringWrapper(item.name()));
        name.prefWidthProperty().bind(table.widthProperty().subtract(CHOICE_WIDTH + STATE_WIDTH + KIND_WIDTH + 20));
        table.getColumns().add(name);
        table.setRowFactory(view -> new ItemLine());
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> onSelected.accept(now));
    }

    private TableColumn<ImportItem, String> column(String key, double width,
            Function<ImportItem, ObservableValue<String>> text) {
        TableColumn<ImportItem, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(cell -> text.apply(cell.getValue()));
        if (width > 0) {
            column.setPrefWidth(width);
        }
        return column;
    }

    private TableColumn<ImportItem, ImportItem.State> choices() {
        CheckBox all = new CheckBox();
        all.setId("choose-all");
        all.setAccessibleText(texts.get("import.choose-all"));
        all.setSelected(model.chosenProperty().get() > 0);
        all.setOnAction(event -> model.choose(all.isSelected()));
        TableColumn<ImportItem, ImportItem.State> column = new TableColumn<>();
        column.setGraphic(all);
        column.setSortable(false);
        column.setPrefWidth(CHOICE_WIDTH);
        column.setCellValueFactory(cell -> cell.getValue().stateProperty());
        column.setCellFactory(view -> new ChoiceCell());
        return column;
    }

    void selectFirst() {
        table.getSelectionModel().selectFirst();
    }

    Region root() {
        return table;
    }

    private final class ChoiceCell extends TableCell<ImportItem, ImportItem.State> {

        private final CheckBox box = new CheckBox();
        private ImportItem shown;

        ChoiceCell() {
            box.disableProperty().bind(model.runningProperty());
        }

        @Override
        protected void updateItem(ImportItem.State state, boolean empty) {
            super.updateItem(state, empty);
            ImportItem item = empty || getTableRow() == null ? null : getTableRow().getItem();
            if (shown != null) {
                box.selectedProperty().unbindBidirectional(shown.chosenProperty());
            }
            shown = item;
            setGraphic(item == null || !item.isChoosable() ? null : box);
            if (item != null) {
                box.setAccessibleText(texts.get("import.choose", item.name()));
                box.selectedProperty().bindBidirectional(item.chosenProperty());
            }
        }
    }

    /** Marks a document by how it stands with it. */
    private static final class ItemLine extends TableRow<ImportItem> {

        private final ChangeListener<ImportItem.State> onState = (observable, before, now) -> mark(now);
        private ImportItem shown;

        @Override
        protected void updateItem(ImportItem item, boolean empty) {
            super.updateItem(item, empty);
            if (shown != null) {
                shown.stateProperty().removeListener(onState);
            }
            shown = item;
            mark(item == null ? null : item.stateProperty().get());
            if (item != null) {
                item.stateProperty().addListener(onState);
            }
        }

        private void mark(ImportItem.State state) {
            getStyleClass().removeIf(style -> style.startsWith("import-"));
            if (state != null) {
                getStyleClass().add("import-" + state.name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
