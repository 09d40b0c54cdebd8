// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/Listings.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::service;
using namespace manometer::views;

namespace {

QList<EntryId> idsFrom(quint64 first, int count)
{
    QList<EntryId> ids;
    for (int i = 0; i < count; ++i)
        ids += EntryId(first + quint64(i));
    return ids;
}

} // namespace

class TestListings : public QObject
{
    Q_OBJECT
private slots:
    void aShortListingIsOneAnswer()
    {
        Listings listings(10);
        const Listing listing = listings.add(1, idsFrom(5, 10), 77);
        QCOMPARE(listing.generation, quint64(1));
        QCOMPARE(listing.size, 10);
        QVERIFY(listing.ids == idsFrom(5, 10));
        QCOMPARE(listing.asOfWallMs, qint64(77));
        QVERIFY(!listings.page(1, 10)); // nothing is held
    }

    void aLongOneIsFetchedPageByPage()
    {
        Listings listings(10);
        const Listing listing = listings.add(3, idsFrom(0, 25), 0);
        QCOMPARE(listing.size, 25);
        QVERIFY(listing.ids == idsFrom(0, 10));
        QVERIFY(listings.page(3, 10) == idsFrom(10, 10));
        QVERIFY(listings.page(3, 20) == idsFrom(20, 5));
        QVERIFY(listings.page(3, 25) == QList<EntryId>());
        QVERIFY(!listings.page(3, -1));
        QVERIFY(!listings.page(4, 0));
    }

    void theNewestListingsAreHeld()
    {
        Listings listings(10);
        for (quint64 generation = 1; generation <= Listings::held + 2; ++generation)
            listings.add(generation, idsFrom(100 * generation, 11), 0);
        QVERIFY(!listings.page(1, 10));
        QVERIFY(!listings.page(2, 10));
        for (quint64 generation = 3; generation <= Listings::held + 2; ++generation)
            QVERIFY(listings.page(generation, 10) == idsFrom(100 * generation + 10, 1));
    }
};

MANOMETER_TEST(None, TestListings)
#include "tst_listings.moc"
