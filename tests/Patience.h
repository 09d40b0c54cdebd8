// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long tests wait for what they expect until they give it up. QtTest's five seconds are too few on a
// machine that has other work to do, and a longer wait costs only those who wait in vain. Every test includes
// it (manometer_test() sees to that). How soon something happens is for a test's own clock to say.
#pragma once

#include "support/Eventually.h"

#include <QTest>

namespace manometer::test {

inline constexpr int patience = 30'000; // ms

} // namespace manometer::test

// QtTest's own asks once more after it has seen what it waited for: what is true for a moment only, as where
// others work meanwhile, would be seen and missed.
#undef QTRY_VERIFY2
#define VERIFY_EVENTUALLY2(expression, message)                                                                    \
    QVERIFY2(QTest::qWaitFor([&] { return static_cast<bool>(expression); }, int(manometer::test::waitLimit.count())),      \
             message)
#undef QTRY_VERIFY
#define VERIFY_EVENTUALLY(expression) VERIFY_EVENTUALLY2(expression, "in vain: " #expression)
#undef QTRY_COMPARE
#define COMPARE_EVENTUALLY(actual, expected)                                                                       \
    do {                                                                                                     \
        static_cast<void>(                                                                                   \
            QTest::qWaitFor([&] { return (actual) == (expected); }, int(manometer::test::waitLimit.count())));             \
        QCOMPARE((actual), (expected));                                                                      \
    } while (false)
