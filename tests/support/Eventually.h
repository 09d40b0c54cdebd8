// SPDX-License-Identifier: GPL-3.0-or-later
//
// Waits for what a test expects: VERIFY_EVENTUALLY and COMPARE_EVENTUALLY run the event loop until it is true, for half
// a minute at most. Unlike QtTest's QTRY_… they allow for a machine with other work (QtTest gives up after five
// seconds), and do not evaluate the expression once more after it was true: what is true for a moment only is not
// missed.
#pragma once

#include <QTest>

#include <chrono>

namespace manometer::test {

inline constexpr std::chrono::milliseconds waitLimit{30'000};

} // namespace manometer::test

#define VERIFY_EVENTUALLY2(expression, message)                                                              \
    QVERIFY2(QTest::qWaitFor([&] { return static_cast<bool>(expression); },                                  \
                             int(manometer::test::waitLimit.count())),                                       \
             message)
#define VERIFY_EVENTUALLY(expression) VERIFY_EVENTUALLY2(expression, "never true: " #expression)
#define COMPARE_EVENTUALLY(actual, expected)                                                                 \
    do {                                                                                                     \
        static_cast<void>(QTest::qWaitFor([&] { return (actual) == (expected); },                            \
                                          int(manometer::test::waitLimit.count())));                         \
        QCOMPARE((actual), (expected));                                                                      \
    } while (false)
