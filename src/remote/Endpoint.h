// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a manometerd listens: a unix socket, or a TCP port of this machine's loopback interface, which may be
// a tunnel to another machine. Other addresses are refused, since the token and all answers would cross the
// network unencrypted. A plain value; any thread.
#pragma once

#include "expected/Expected.h"

#include <QByteArray>
#include <QString>

namespace manometer::remote {

struct Endpoint
{
    QByteArray socketPath{}; // raw bytes; empty: TCP
    QByteArray host{};       // 127.0.0.1 or [::1]
    quint16 port = 0;
    QByteArray tokenFile{}; // raw bytes; its one line is sent with each request; empty: no token

    // `text`: unix:PATH or http://127.0.0.1:PORT. TCP needs a token file. The error is a sentence, not
    // translated.
    static Expected<Endpoint, QString> parse(const QByteArray &text, const QByteArray &tokenFile = {});

    // As parse() reads it, without the token file.
    QByteArray toText() const;
    // What stands before a request's path. Over a unix socket the host is a name that means nothing.
    QByteArray urlPrefix() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

// The token in the file: 64 hexadecimal digits on the first line. Reads the file: blocks on disk. The error
// is a sentence without the file's contents.
Expected<QByteArray, QString> readToken(const QByteArray &file);

} // namespace manometer::remote
