"""What was performed: written as it happens, kept whatever happens, and read again.

- Writing: ``recorder`` on a thread of its own, into the ``store``, whose tables are the ``schema``;
  ``archive`` keeps the plan, ``journal`` a copy for people, and ``claim`` says who performs what.
- Reading: ``open``, then ``reading`` and ``progress``; ``records`` are what they give.
- Where something is wrong: ``rescue``, and ``trouble`` in words.
- To another machine and back: ``exchange``, which takes in what fits the ``columns``.
"""
