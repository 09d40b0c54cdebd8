// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/fakes/FakeSettings.h"
#include "gui/thresholds/ThresholdModel.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::gui;
using pressure::Level;
using Figure = ThresholdModel::Figure;

class TestThresholdModel : public QObject
{
    Q_OBJECT

private slots:
    void aDraftTakesEffectOnlyWhenApplied()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        QVERIFY(!model.canApply());
        model.setFigure(Level::High, Figure::Leave, 74);
        QCOMPARE(model.changeCount(), 1);
        model.setFigure(Level::High, Figure::Enter, 78);
        QVERIFY(settings.applied.isEmpty());
        QVERIFY(model.apply());
        QCOMPARE(settings.applied.size(), 1);
        QCOMPARE(settings.applied.front().high.enterPercent, 78.0);
        QCOMPARE(model.changeCount(), 0);
        QVERIFY(!model.apply());
    }

    void anInvalidDraftIsKeptAndNotApplied()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.setFigure(Level::High, Figure::Enter, 150);
        QCOMPARE(model.draft().high.enterPercent, 150.0); // not corrected
        QVERIFY(model.problem());
        QCOMPARE(model.problem()->kind, pressure::ThresholdProblem::Kind::OutOfRange);
        QVERIFY(!model.apply());
        QVERIFY(settings.applied.isEmpty());
    }

    void aRejectedDraftStaysADraft()
    {
        FakeSettings settings;
        settings.refuse = true;
        ThresholdModel model(&settings);
        model.setFigure(Level::High, Figure::Enter, 78);
        QVERIFY(!model.apply());
        QCOMPARE(model.changeCount(), 3);
    }

    void aTypedBeginningMovesTheLevelAsADragDoes()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.setFigure(Level::High, Figure::Leave, 70);
        model.setFigure(Level::High, Figure::Enter, 8); // on the way to 82
        model.setFigure(Level::High, Figure::Enter, 82);
        const pressure::Threshold &high = model.draft().high;
        QCOMPARE(high.enterPercent, 82.0);
        QCOMPARE(high.leavePercent, 72.0);
        QCOMPARE(high.targetPercent, 77.0);
        model.undoStack()->undo();
        QCOMPARE(model.draft().high.targetPercent, 75.0);
        model.beginDrag(Level::High);
        model.dragTo(82);
        model.endDrag();
        QCOMPARE(model.draft().high.leavePercent, 72.0);
        QCOMPARE(model.draft().high.targetPercent, 77.0);
    }

    void undoAndRedoGoStepByStep()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.setFigure(Level::High, Figure::Enter, 79);
        model.setFigure(Level::High, Figure::Enter, 78); // the same value: merged into one step
        model.setFigure(Level::Elevated, Figure::Hold, 20);
        QCOMPARE(model.undoStack()->count(), 2);
        model.undoStack()->undo();
        QCOMPARE(model.draft().elevated.hold, std::chrono::milliseconds(10'000));
        QCOMPARE(model.draft().high.enterPercent, 78.0);
        model.undoStack()->undo();
        QCOMPARE(model.draft(), pressure::Thresholds());
        model.undoStack()->redo();
        QCOMPARE(model.draft().high.enterPercent, 78.0);
    }

    void applyEndsAnUndoStep()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.setFigure(Level::High, Figure::Enter, 79);
        QVERIFY(model.apply());
        model.setFigure(Level::High, Figure::Enter, 78);
        model.undoStack()->undo();
        QCOMPARE(model.draft().high.enterPercent, 79.0);
    }

    void revertDiscardsTheDraftAndCanBeUndone()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.setFigure(Level::High, Figure::Enter, 78);
        model.revert();
        QCOMPARE(model.changeCount(), 0);
        model.undoStack()->undo();
        QCOMPARE(model.draft().high.enterPercent, 78.0);
    }

    void aDragMovesTheWholeLevelInOneUndoStep()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.beginDrag(Level::High);
        for (double percent = 80; percent > 74; percent -= 0.37)
            model.dragTo(percent);
        model.dragTo(74.04);
        QVERIFY(!model.canApply()); // not during a drag
        model.endDrag();
        QCOMPARE(model.draft().high.enterPercent, 74.0);
        QCOMPARE(model.draft().high.leavePercent, 69.0);
        QCOMPARE(model.draft().high.targetPercent, 69.0);
        QCOMPARE(model.undoStack()->count(), 1);
        model.undoStack()->undo();
        QCOMPARE(model.draft(), pressure::Thresholds());
    }

    void aCancelledDragLeavesNoTrace()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.beginDrag(Level::High);
        model.dragTo(70);
        model.cancelDrag();
        model.dragTo(60);
        model.endDrag();
        QCOMPARE(model.draft(), pressure::Thresholds());
        QCOMPARE(model.undoStack()->count(), 0);
    }

    void externalSettingsDoNotDisturbADrag()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.beginDrag(Level::High);
        model.dragTo(74);
        pressure::Thresholds others;
        others.high.enterPercent = 85;
        settings.set(others);
        QCOMPARE(model.draft().high.enterPercent, 74.0);
        QCOMPARE(model.applied().high.enterPercent, 85.0);
        model.endDrag();
        QCOMPARE(model.draft().high.enterPercent, 74.0);
    }

    void anUnchangedDraftFollowsTheAppliedThresholds()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        pressure::Thresholds others;
        others.high.enterPercent = 85;
        settings.set(others);
        QCOMPARE(model.draft(), others);
        QCOMPARE(model.changeCount(), 0);
    }

    void aDraftKeepsItsOwnChangesAndFollowsOthersInTheRest()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.setFigure(Level::High, Figure::Enter, 78);
        pressure::Thresholds others;
        others.elevated.hold = std::chrono::seconds(20);
        others.high.enterPercent = 82;
        settings.set(others);
        pressure::Thresholds expected = others;
        expected.high.enterPercent = 78;
        expected.high.leavePercent = expected.high.targetPercent = 73;
        QCOMPARE(model.draft(), expected);
        QCOMPARE(model.changeCount(), 3);
        model.undoStack()->undo();
        QCOMPARE(model.draft(), others); // not what was in effect when the draft began
        model.undoStack()->redo();
        QCOMPARE(model.draft(), expected);
        model.revert();
        QCOMPARE(model.draft(), others);
        model.undoStack()->undo();
        QCOMPARE(model.draft(), expected);
    }

    void aCancelledDragReturnsToWhatOthersApplied()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.beginDrag(Level::High);
        model.dragTo(74);
        pressure::Thresholds others;
        others.high.enterPercent = 85;
        settings.set(others);
        model.dragTo(73);
        QCOMPARE(model.draft().high.leavePercent, 68.0); // the distance from the start of the drag
        model.cancelDrag();
        QCOMPARE(model.draft(), others);
        QCOMPARE(model.changeCount(), 0);
    }

    void anApplyIsNotUndoneOrRedoneOverWhatOthersApplied()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        QSignalSpy refused(&model, &ThresholdModel::stepRefused);
        model.setFigure(Level::High, Figure::Enter, 78);
        QVERIFY(model.apply());
        pressure::Thresholds others;
        others.high.enterPercent = 82;
        settings.set(others);
        model.undoStack()->undo();
        QCOMPARE(settings.now.thresholds, others);
        QCOMPARE(refused.size(), 1);
        QVERIFY(!model.redoApplies()); // the step is dropped
        model.undoStack()->undo();
        QCOMPARE(settings.now.thresholds, others);
        QCOMPARE(refused.size(), 1);

        model.setFigure(Level::High, Figure::Enter, 79);
        QVERIFY(model.apply());
        model.undoStack()->undo();
        QCOMPARE(settings.now.thresholds, others);
        others.high.enterPercent = 83;
        settings.set(others);
        model.undoStack()->redo();
        QCOMPARE(settings.now.thresholds, others);
        QCOMPARE(refused.size(), 2);
    }

    void aDraftRemembersWhatOthersChangedUntilItEnds()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        pressure::Thresholds others;
        const auto change = [&](double percent) {
            const pressure::Thresholds before = settings.now.thresholds;
            others.high.enterPercent = percent;
            settings.set(others);
            model.noteChangeElsewhere(before);
        };
        change(82);
        QVERIFY(!model.beforeChangeElsewhere()); // there is no draft
        model.setFigure(Level::High, Figure::Enter, 78);
        QVERIFY(!model.beforeChangeElsewhere());
        change(83);
        change(84);
        QCOMPARE(model.beforeChangeElsewhere()->high.enterPercent, 82.0);
        change(82); // back again
        QVERIFY(!model.beforeChangeElsewhere());
        change(83);
        QVERIFY(model.apply());
        QVERIFY(!model.beforeChangeElsewhere());
        model.setFigure(Level::High, Figure::Enter, 79);
        change(84);
        QVERIFY(model.beforeChangeElsewhere());
        model.revert();
        QVERIFY(!model.beforeChangeElsewhere());
    }

    void keyboardMovesMergeIntoOneStep()
    {
        FakeSettings settings;
        ThresholdModel model(&settings);
        model.nudge(Level::Critical, 0.1);
        model.nudge(Level::Critical, 1);
        QCOMPARE(model.draft().critical.enterPercent, 91.1);
        QCOMPARE(model.undoStack()->count(), 1);
    }
};

MANOMETER_TEST(Core, TestThresholdModel)
#include "tst_threshold_model.moc"
