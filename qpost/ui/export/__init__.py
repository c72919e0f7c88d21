"""Taking inquiries away: tables for spreadsheets, a thread for paper."""
