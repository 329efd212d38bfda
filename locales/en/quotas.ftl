# How much Zalo still carries.
quotas-reached-50 =
    Zalo has carried { $spent } of this month's { $monthly } messages, one half.
    From now on what can wait is gathered there: everybody gets one message in the morning. What is urgent still leaves at once.
quotas-reached-80 =
    Zalo has carried { $spent } of this month's { $monthly } messages.
    The rest is kept for answers and what is urgent. Other notices wait for the next month on Zalo; nothing is lost.
quotas-reached-100 =
    Zalo has carried all { $monthly } messages of this month.
    Whoever is only on Zalo gets new messages next month. Please phone where it is urgent.
