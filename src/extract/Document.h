// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON document that is cached for a file: the reader's identity, a failure or problem of reading, our
// facts about the file, and the reader's groups of tags. The identity comes first and has the same text for
// all files of one reader, so that a scan can check with one comparison whether a cached document is from its
// reader. Pure; any thread.
//
//   {"reader":{"name":…,"version":…,"digest":…},
//    "validity":…,                                      only if it is not lasting
//    "failure":{"kind":…,"detail":…} or "problem":…,    only if there is one
//    "file":{"sizeBytes":…,"modified":…,"changed":…,    unknown times and types are missing
//            "mimeType":…,"fingerprint":…},
//    "metadata":{…}}                                    missing after a failure
#pragma once

#include "extract/Extractor.h"
#include "extract/FileFacts.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::extract {

// How long a document stays valid while the file's times are unchanged.
enum class Validity : std::uint8_t {
    Lasting,
    SameFingerprint, // while the fingerprint of the contents is unchanged, too
    ThisTime,        // for this use only: the file may change without a trace (Writers::Some)
};

std::string document(const FileFacts &facts, const Extraction &extraction,
                     Validity validity = Validity::Lasting);
// Failures are cached, too: another attempt would take as long and fail the same way.
std::string document(const ReaderIdentity &reader, const FileFacts &facts, const ExtractFailure &failure,
                     Validity validity = Validity::Lasting);

// A document of another kind: `json` is its contents, a member with this name.
std::string document(const ReaderIdentity &reader, const FileFacts &facts, Validity validity,
                     std::string_view name, std::string_view json);

// Whether the failure is caused by the file, and will repeat until the file or the reader changes.
bool isLasting(ExtractFailure::Kind kind);

// What the reader says about contents that it does not understand.
enum class Problem : std::uint8_t { None, Unreadable, UnknownType, Empty };
// Of Extraction::problem.
Problem problemIn(const QString &message);

// The outcome of reading a file, as recorded in its cached document.
struct Reading
{
    enum class Kind : std::uint8_t {
        OfAnotherReader, // or of a release that did not record its reader: not valid
        Understood,
        NotUnderstood, // `detail` is the problem
        Failed,        // see `failure` and `detail`
    };
    Kind kind = Kind::OfAnotherReader;
    Validity validity = Validity::Lasting;
    std::uint64_t fingerprint = 0; // for Validity::SameFingerprint
    ExtractFailure::Kind failure = ExtractFailure::Kind::Crashed;
    QString detail{};
};

// The text that every document of this reader begins with. Empty for an unknown reader, for which every
// document is valid.
std::string headOf(const ReaderIdentity &reader);
Reading readingOf(std::string_view document, std::string_view head);

} // namespace manometer::extract
