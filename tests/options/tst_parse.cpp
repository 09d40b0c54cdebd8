// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/Parse.h"
#include "support/TestMain.h"

#include <QTest>

#include <array>

using namespace manometer;
using namespace manometer::options;

namespace {

using Value = Row::Value;

constexpr std::array colours{Word{"red", "like blood"}, Word{"blue", "like the sky"}};
constexpr std::array paintRows{
    Row{.name = "colour",
        .value = Value::Word,
        .valueName = "COLOUR",
        .text = "The colour:",
        .words = colours},
    Row{.name = "coats", .letter = 'c', .value = Value::Number, .valueName = "N", .text = "Paint N times."},
    Row{.name = "again",
        .value = Value::Number,
        .valueName = "SECONDS",
        .text = "Again.",
        .isValueOptional = true}};
constexpr std::array commands{
    Command{.name = "paint",
            .text = "Paint walls.",
            .operands = {.synopsis = "WALL...", .kind = Value::Text, .least = 1, .most = anyNumber},
            .options = paintRows},
    Command{.name = "rest", .text = "Do nothing."},
    Command{
        .name = "mix",
        .text = "Mix.",
        .operands = {.synopsis = "COLOUR", .kind = Value::Word, .words = colours, .least = 1, .most = 1}}};

Program painter()
{
    return {
        .name = "painter",
        .text = "Paints.",
        .options = {Row{.name = "help", .letter = 'h', .text = "Help."},
                    Row{.name = "version", .text = "Version."},
                    Row{.name = "house", .value = Value::Text, .valueName = "NAME", .text = "The house."}},
        .commands = commands};
}

using Arguments = std::vector<std::string_view>;

Expected<Given, std::string> parsed(const Arguments &arguments)
{
    static const Program program = painter(); // the result refers to it
    return parse(program, arguments);
}

} // namespace

Q_DECLARE_METATYPE(Arguments)

class TestParse : public QObject
{
    Q_OBJECT
private slots:
    void optionsOperandsAndTheCommandAreFound()
    {
        const auto given = parsed({"--house", "mine", "paint", "--colour=red", "north", "-c", "2", "south"});
        QVERIFY2(given, given ? "" : given.error().c_str());
        QCOMPARE(std::string(given->command->name), std::string("paint"));
        QCOMPARE(std::string(given->value("house")), std::string("mine"));
        QCOMPARE(std::string(given->value("colour")), std::string("red"));
        QCOMPARE(std::string(given->value("coats")), std::string("2"));
        QCOMPARE(given->operands, (Arguments{"north", "south"}));
        QVERIFY(!given->has("again"));
    }

    void commonOptionsMayFollowTheCommand()
    {
        const auto given = parsed({"rest", "--house", "mine"});
        QVERIFY(given);
        QCOMPARE(std::string(given->value("house")), std::string("mine"));
    }

    void theLastOfTwoValuesApplies()
    {
        const auto given = parsed({"paint", "x", "--colour=red", "--colour", "blue"});
        QVERIFY(given);
        QCOMPARE(std::string(given->value("colour")), std::string("blue"));
    }

    void anOptionalValueIsTakenOnlyIfItIsANumber_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("operands");
        QTest::newRow("a number follows")
            << Arguments{"paint", "--again", "2.5", "x"} << QByteArray("2.5") << 1;
        QTest::newRow("an operand follows") << Arguments{"paint", "--again", "x"} << QByteArray() << 1;
        QTest::newRow("a number after =") << Arguments{"paint", "--again=7", "x"} << QByteArray("7") << 1;
        QTest::newRow("nothing follows") << Arguments{"paint", "x", "--again"} << QByteArray() << 1;
    }
    void anOptionalValueIsTakenOnlyIfItIsANumber()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QByteArray, value);
        QFETCH(int, operands);
        const auto given = parsed(arguments);
        QVERIFY2(given, given ? "" : given.error().c_str());
        QVERIFY(given->has("again"));
        QCOMPARE(QByteArray::fromStdString(std::string(given->value("again"))), value);
        QCOMPARE(int(given->operands.size()), operands);
    }

    void afterTwoDashesEverythingIsAnOperand()
    {
        const auto given = parsed({"paint", "--", "--colour", "-"});
        QVERIFY(given);
        QCOMPARE(given->operands, (Arguments{"--colour", "-"}));
    }

    void helpAndVersionNeedNothingElse()
    {
        QVERIFY(parsed({"--help"}));
        QVERIFY(parsed({"paint", "-h"}));
        QVERIFY(parsed({"--version"}));
        QCOMPARE(std::string(parsed({"paint", "--help"})->command->name), std::string("paint"));
    }

    void anErrorIsASentence_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const Arguments &arguments, const char *error) {
            QTest::newRow(error) << arguments << QByteArray(error);
        };
        row({}, "A command is missing.");
        row({"plant"}, "Unknown command 'plant'.");
        row({"--colour=red", "paint", "x"}, "Unknown option --colour=red.");
        row({"rest", "--colour=red"}, "rest has no option --colour=red.");
        row({"rest", "-xyz"}, "rest has no option -xyz.");
        row({"rest", "now"}, "Unexpected argument 'now'.");
        row({"paint"}, "paint: WALL... is missing.");
        row({"paint", "x", "--colour"}, "--colour needs a value: COLOUR.");
        row({"paint", "x", "--colour", "green"}, "--colour: 'green' is not one of red, blue.");
        row({"paint", "x", "--coats=many"}, "--coats needs a number, not 'many'.");
        row({"paint", "x", "--coats=2,5"},
            "--coats needs a number, not '2,5'. Decimals are written with a point: 2.5.");
        row({"paint", "x", "--coats=2,5,1"}, "--coats needs a number, not '2,5,1'.");
        row({"paint", "x", "--coats=inf"}, "--coats needs a number, not 'inf'.");
        row({"paint", "x", "--help=yes"}, "--help takes no value.");
        row({"mix", "green"}, "mix: 'green' is not one of red, blue.");
        row({"mix", "red", "blue"}, "Unexpected argument 'blue'.");
    }
    void anErrorIsASentence()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QByteArray, error);
        const auto given = parsed(arguments);
        QVERIFY(!given);
        QCOMPARE(QByteArray::fromStdString(given.error()), error);
    }

    void aProgramWithoutCommandsHasOnlyOptions()
    {
        const Program simple{.name = "simple", .text = "Simple.", .options = painter().options};
        const Arguments arguments{"--house=mine"};
        const auto given = parse(simple, arguments);
        QVERIFY(given);
        QCOMPARE(std::string(given->value("house")), std::string("mine"));
        const Arguments stray{"stray"};
        QCOMPARE(parse(simple, stray).error(), std::string("Unexpected argument 'stray'."));
    }
};

MANOMETER_TEST(None, TestParse)
#include "tst_parse.moc"
