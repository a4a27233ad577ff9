// Mails that were saved as text: the lines of their header (RFC 5322, section 3.6) over the text.
#pragma once

#include <string>
#include <vector>

#include "metadata/day.h"
#include "metadata/metadata.h"

namespace presscut::metadata {

struct Mail {
  std::string title, author;          // of the fields Subject and From
  Day date;                           // of the field Date
  std::size_t subject = Lines::none;  // block
  std::vector<std::size_t> blocks;    // the others of the header, sorted; empty: it is no mail
};

/// The header with which a page without tags begins; a mail has at least two of From, Date and Subject.
///
///   "From: Anna Maar <anna@paper.example>\nDate: Thu, 13 Jun 2024 21:48:10 +0100\nSubject: The quay"
Mail read_mail(const page::Page& page);

}  // namespace presscut::metadata
